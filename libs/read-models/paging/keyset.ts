import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { decodeCursor, encodeCursor, limitOf } from './page.ts';
import type { CursorValue, Page, PageRequest } from './page.ts';

/** One column of an order. The last one of an order must be unique, and none may be null. */
export interface SortKey {
  readonly by: RawBuilder<unknown>;
  readonly descending?: boolean;
}

/** A page's condition and order. Rows carry the values of the sort keys as `cursor`. */
export interface Keyset {
  /** True for rows behind the cursor. */
  readonly behind: RawBuilder<boolean>;
  readonly order: RawBuilder<unknown>;
  /** JSON array of the sort keys' values, to be selected as `cursor`. */
  readonly cursor: RawBuilder<readonly CursorValue[]>;
  /** One more than the page holds, to see whether another page follows. */
  readonly fetch: number;
  readonly page: <Item>(rows: readonly (Item & { cursor: readonly CursorValue[] })[]) => Page<Omit<Item, 'cursor'>>;
}

/** @throws InvalidCursorError when `after` does not fit the order. */
export const keyset = (request: PageRequest, keys: readonly SortKey[]): Keyset => {
  const limit = limitOf(request);
  const values = request.after === undefined ? undefined : decodeCursor(request.after, keys.length);
  return {
    behind: values ? behind(keys, values) : sql<boolean>`true`,
    order: sql.join(keys.map(({ by, descending }) => (descending ? sql`${by} desc` : by))),
    cursor: sql`json_build_array(${sql.join(keys.map(({ by }) => by))})`,
    fetch: limit + 1,
    page: (rows) => pageOf(rows, limit),
  };
};

const behind = (keys: readonly SortKey[], values: readonly CursorValue[]): RawBuilder<boolean> => {
  const cases = keys.map(({ by, descending }, index) => {
    const equal = keys.slice(0, index).map((key, earlier) => sql`${key.by} = ${literal(values[earlier])}`);
    const past = descending ? sql`${by} < ${literal(values[index])}` : sql`${by} > ${literal(values[index])}`;
    return sql`(${sql.join([...equal, past], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join(cases, sql` or `)})`;
};

const literal = (value: CursorValue | undefined): RawBuilder<unknown> =>
  typeof value === 'number' ? sql`${value}::double precision` : sql`${value}::text`;

const pageOf = <Item>(
  rows: readonly (Item & { cursor: readonly CursorValue[] })[],
  limit: number,
): Page<Omit<Item, 'cursor'>> => {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = rows.slice(0, limit).map(({ cursor: _, ...item }) => item);
  return { items, next: last ? encodeCursor(last.cursor) : null };
};
