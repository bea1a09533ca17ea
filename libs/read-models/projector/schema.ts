import { sql, type Kysely } from 'kysely';
import { lockInTransaction } from '#postgres';
import { LIVE_SCHEMA } from '../database.ts';
import type { Projection } from '../projection.port.ts';
import { createIndexesSql, createRawTableSql, createTableSql, finishTableSql } from '../tables/table.ts';

export type Db = Kysely<unknown>;

/** The schema a rebuild fills beside the live one. */
export const NEXT_SCHEMA = 'read_models_next';

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
 * Makes the tables of projections that are new to the live schema, at position 0. Answers the names of those whose tables
 * belong to another version: they must be rebuilt before they are followed. Where none is new nothing is made, and no
 * right to make something is needed.
 */
export const prepareLiveSchema = async (db: Db, projections: readonly Projection[]): Promise<string[]> => {
  const known = await knownVersions(db);
  if (projections.some(({ name }) => !known.has(name))) await addProjections(db, projections);
  return projections.filter(({ name, version }) => (known.get(name) ?? version) !== version).map(({ name }) => name);
};

const knownVersions = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{
    name: string;
    version: number;
  }>`select name, version from read_models.projections`.execute(db);
  return new Map(rows.map(({ name, version }) => [name, version]));
};

const addProjections = (db: Db, projections: readonly Projection[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await lockInTransaction(tx, 'readModelTables');
    await useSchema(tx, LIVE_SCHEMA);
    const known = await knownVersions(tx);
    for (const projection of projections.filter(({ name }) => !known.has(name))) {
      await createTables(tx, projection);
      await sql`insert into projections (name, version, tables)
        values (${projection.name}, ${projection.version}, ${projection.tables.map(({ name }) => name)}::text[])`.execute(
        tx,
      );
    }
  });
