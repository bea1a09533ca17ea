import { expressionBuilder, sql, type Expression, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely';
import { inVietnamese } from '../tables/table.ts';
import { allOf, type Condition } from './conditions.ts';
import { decodeCursor, encodeCursor, limitOf, type CursorValue, type Page, type PageRequest } from './page.ts';

/** One column of an order. The last one of an order must be unique. */
export interface SortKey {
  readonly by: Expression<CursorValue>;
  readonly descending?: boolean;
}

export const ascending = (...columns: readonly SortKey['by'][]): SortKey[] => columns.map((by) => ({ by }));

const VIETNAMESE = sql.raw(inVietnamese(''));

/** By name as Vietnamese dictionaries do: `Dung`, `Dương`, `Đan`. */
export const alphabetical = (name: Expression<string>): SortKey['by'] => sql<string>`${name}${VIETNAMESE}`;

/** By the given name, which comes last: `Nguyễn Văn An` before `Đỗ Thị Bình`. */
export const byGivenName = (name: Expression<string>): SortKey['by'] =>
  sql<string>`regexp_replace(${name}, '^.* ', '')${VIETNAMESE}`;

export const descending = (...columns: readonly SortKey['by'][]): SortKey[] =>
  columns.map((by) => ({ by, descending: true }));

/** By the column that is named, ascending, or descending with `-`; rows alike in it by `id`. */
export const sortedBy = <Name extends string>(
  columns: Readonly<Record<Name, SortKey['by']>>,
  sort: Name | `-${Name}`,
  id: Expression<string>,
): SortKey[] => {
  const isDescending = sort.startsWith('-');
  const by = columns[(isDescending ? sort.slice(1) : sort) as Name];
  return isDescending ? descending(by, id) : ascending(by, id);
};

/** What a list holds, all conditions together, and its order. */
interface List {
  readonly where: readonly (Condition | undefined)[];
  readonly order: readonly SortKey[];
}

/** One page of a list of rows. @throws InvalidCursorError when `after` does not fit the order */
export const pageOf = async <DB, TB extends keyof DB, Item>(
  rows: SelectQueryBuilder<DB, TB, Item>,
  request: PageRequest,
  listOf: (row: ExpressionBuilder<DB, TB>) => List,
): Promise<Page<Item>> => {
  const limit = limitOf(request);
  const { where, order: keys } = listOf(expressionBuilder<DB, TB>());
  const cursor = sql`json_build_array(${sql.join(keys.map(({ by }) => by))})`;
  const after = request.after === undefined ? undefined : behind(keys, decodeCursor(request.after, keys.length));
  const asked = rows
    .select(cursor.as('cursor'))
    .where(allOf(...where, after))
    .limit(limit + 1)
    .$castTo<{ readonly cursor: readonly CursorValue[] }>();
  const found = await keys
    .reduce((ordered, { by, descending }) => ordered.orderBy(by, descending ? 'desc' : 'asc'), asked)
    .execute();
  const last = found.length > limit ? found[limit - 1] : undefined;
  const items = found.slice(0, limit).map(({ cursor: _, ...item }) => item as Item);
  return { items, next: last ? encodeCursor(last.cursor) : null };
};

/** True for rows behind the cursor. The bound of the first column says where an index is to begin. */
const behind = (keys: readonly SortKey[], values: readonly CursorValue[]): Condition => {
  const follows = ({ descending }: SortKey) => sql.raw(descending ? '<' : '>');
  const anyKey = keys.map((key, index) => {
    const equal = keys.slice(0, index).map(({ by }, earlier) => sql<boolean>`${by} = ${literal(values[earlier])}`);
    return allOf(...equal, sql<boolean>`${key.by} ${follows(key)} ${literal(values[index])}`);
  });
  const bound = keys.slice(0, 1).map((key) => sql<boolean>`${key.by} ${follows(key)}= ${literal(values[0])}`);
  return allOf(...bound, expressionBuilder<object>().or(anyKey));
};

const literal = (value: CursorValue | undefined): Expression<unknown> =>
  typeof value === 'number' ? sql`${value}::double precision` : sql`${value}::text`;
