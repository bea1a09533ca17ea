import { expressionBuilder, sql } from 'kysely';
import type { Expression, ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import { allOf } from './conditions.ts';
import type { Condition } from './conditions.ts';
import { decodeCursor, encodeCursor, limitOf } from './page.ts';
import type { CursorValue, Page, PageRequest } from './page.ts';

/** One column of an order. The last one of an order must be unique. */
export interface SortKey {
  readonly by: Expression<CursorValue>;
  readonly descending?: boolean;
}

/** One page of the rows of a query, in the order of the keys. @throws InvalidCursorError when `after` does not fit them. */
export const pageOf = async <DB, TB extends keyof DB, Item>(
  query: SelectQueryBuilder<DB, TB, Item>,
  request: PageRequest,
  keysOf: (row: ExpressionBuilder<DB, TB>) => readonly SortKey[],
): Promise<Page<Item>> => {
  const limit = limitOf(request);
  const keys = keysOf(expressionBuilder<DB, TB>());
  const cursor = sql`json_build_array(${sql.join(keys.map(({ by }) => by))})`;
  const asked = query
    .select(cursor.as('cursor'))
    .where(request.after === undefined ? allOf() : behind(keys, decodeCursor(request.after, keys.length)))
    .limit(limit + 1)
    .$castTo<{ readonly cursor: readonly CursorValue[] }>();
  const rows = await keys
    .reduce((ordered, { by, descending }) => ordered.orderBy(by, descending ? 'desc' : 'asc'), asked)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = rows.slice(0, limit).map(({ cursor: _, ...item }) => item as Item);
  return { items, next: last ? encodeCursor(last.cursor) : null };
};

/** True for rows behind the cursor. */
const behind = (keys: readonly SortKey[], values: readonly CursorValue[]): Condition =>
  expressionBuilder<object>().or(
    keys.map(({ by, descending }, index) => {
      const equal = keys.slice(0, index).map((key, earlier) => sql<boolean>`${key.by} = ${literal(values[earlier])}`);
      const value = literal(values[index]);
      return allOf(...equal, descending ? sql<boolean>`${by} < ${value}` : sql<boolean>`${by} > ${value}`);
    }),
  );

const literal = (value: CursorValue | undefined): Expression<unknown> =>
  typeof value === 'number' ? sql`${value}::double precision` : sql`${value}::text`;
