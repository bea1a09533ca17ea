import { sql } from 'kysely';
import { LIVE_SCHEMA } from '../database.ts';
import { snakeCase, type AnyTable } from '../tables/table.ts';
import { NEXT_SCHEMA, type Db } from './schema.ts';

/** A row that is not the same in the rebuilt tables as in the live ones. */
export interface Difference {
  readonly table: string;
  /** The primary key as JSON. */
  readonly key: string;
  readonly live: unknown;
  readonly rebuilt: unknown;
}

/** At most so many differences of a table are listed. */
const LISTED = 100;
const ROWS_PER_BUCKET = 20_000;

interface Digest {
  readonly count: number;
  readonly sum: string;
}

/** Compares a table row by row: a digest over all rows first, and where it differs the rows themselves. */
export const compareTable = async (live: Db, next: Db, table: AnyTable): Promise<Difference[]> => {
  const [was, is] = await Promise.all([digest(live, LIVE_SCHEMA, table), digest(next, NEXT_SCHEMA, table)]);
  if (was.count === is.count && was.sum === is.sum) return [];
  const buckets = Math.ceil(Math.max(was.count, is.count) / ROWS_PER_BUCKET);
  const differences: Difference[] = [];
  for (let bucket = 0; bucket < buckets && differences.length < LISTED; bucket += 1) {
    const old = await rowsOf(live, LIVE_SCHEMA, table, bucket, buckets);
    const rebuilt = await rowsOf(next, NEXT_SCHEMA, table, bucket, buckets);
    differences.push(...differing(table.name, old, rebuilt));
  }
  return differences.slice(0, LISTED);
};

const digest = async (db: Db, schema: string, table: AnyTable): Promise<Digest> => {
  const { rows } = await sql<Digest>`
    select count(*)::double precision as count, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum
    from ${sql.id(schema, table.name)} t`.execute(db);
  return rows[0] ?? { count: 0, sum: '0' };
};

const rowsOf = async (db: Db, schema: string, table: AnyTable, bucket: number, buckets: number) => {
  const key = sql`json_build_array(${sql.join(table.key.map((name) => sql.ref(`t.${snakeCase(name)}`)))})::text`;
  const { rows } = await sql<{ key: string; row: unknown }>`
    select ${key} as key, row_to_json(t) as row from ${sql.id(schema, table.name)} t
    where abs(hashtextextended(${key}, 0) % ${buckets}::integer) = ${bucket}::integer`.execute(db);
  return new Map(rows.map(({ key: name, row }) => [name, row]));
};

const differing = (table: string, live: Map<string, unknown>, rebuilt: Map<string, unknown>): Difference[] =>
  [...new Set([...live.keys(), ...rebuilt.keys()])]
    .map((key) => ({ table, key, live: live.get(key) ?? null, rebuilt: rebuilt.get(key) ?? null }))
    .filter((one) => JSON.stringify(one.live) !== JSON.stringify(one.rebuilt));
