import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { LIVE_SCHEMA } from '../database.ts';
import type { Projection } from '../projection.port.ts';
import { createIndexesSql, createRawTableSql, createTableSql, finishTableSql } from '../tables/table.ts';

export type Db = Kysely<unknown>;

/** The schema a rebuild fills beside the live one. */
export const NEXT_SCHEMA = 'read_models_next';

/** Held while schemas are made or switched, so that two processes do not do it at once. */
export const SCHEMA_LOCK = 7_402_113;

/** The statements of a transaction name tables of this schema. */
export const useSchema = async (tx: Db, schema: string): Promise<void> => {
  await sql`select set_config('search_path', ${schema}, true)`.execute(tx);
};

const createTables = (tx: Db, { tables }: Projection): Promise<void> =>
  run(
    tx,
    tables.flatMap((table) => [createTableSql(table), ...createIndexesSql(table)]),
  );

/** Tables to be filled fast; a restart of the server after a crash empties them. */
export const createRawTables = (tx: Db, { tables }: Projection): Promise<void> =>
  run(tx, tables.map(createRawTableSql));

/** Makes raw tables durable and gives them their keys and indexes. */
export const finishTables = (tx: Db, { tables }: Projection): Promise<void> => run(tx, tables.flatMap(finishTableSql));

const run = async (tx: Db, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(tx);
};

/**
 * Makes the live schema and the tables of projections that are new to it, at position 0. Answers the names of those
 * whose tables belong to another version: they must be rebuilt before they are followed.
 */
export const prepareLiveSchema = async (db: Db, projections: readonly Projection[]): Promise<string[]> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(tx);
    await sql`create schema if not exists ${sql.id(LIVE_SCHEMA)}`.execute(tx);
    await useSchema(tx, LIVE_SCHEMA);
    await sql.raw(CHECKPOINTS).execute(tx);
    const known = await sql<{ name: string; version: number }>`select name, version from projections`.execute(tx);
    const versions = new Map(known.rows.map(({ name, version }) => [name, version]));
    for (const projection of projections.filter(({ name }) => !versions.has(name))) {
      await createTables(tx, projection);
      await sql`insert into projections (name, version, tables)
        values (${projection.name}, ${projection.version}, ${projection.tables.map(({ name }) => name)}::text[])`.execute(
        tx,
      );
    }
    return projections
      .filter(({ name, version }) => versions.has(name) && versions.get(name) !== version)
      .map(({ name }) => name);
  });

/** How far each projection is, who writes it, and what stopped it. */
const CHECKPOINTS = `create table if not exists projections (
  name text primary key,
  version integer not null,
  tables text[] not null,
  position double precision not null default 0,
  status text not null default 'running' check (status in ('running', 'stopped')),
  error text,
  error_position double precision,
  holder text,
  fence double precision not null default 0,
  lease_until timestamptz,
  updated_at timestamptz not null default now()
)`;
