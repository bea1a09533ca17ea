import { sql } from 'kysely';
import type { EventLog } from '#event-store';
import { lockInTransaction } from '#postgres';
import { LIVE_SCHEMA } from '../database.ts';
import type { WriteTransaction } from '../projection.port.ts';
import { catchUp, type Build } from './build.ts';
import { projectionLeases, RUNNING } from './lease.ts';
import { NEXT_SCHEMA, useSchema, type Db } from './schema.ts';

/**
 * Puts the rebuilt tables in the place of the live ones. The long way to the head is done before; under the lock only
 * what came meanwhile. Writers are fenced out and begin anew behind the switch; readers see the old tables or the new.
 */
export const switchOver = async (db: Db, store: EventLog, builds: readonly Build[]): Promise<void> => {
  const head = await store.head();
  for (const one of builds) await catchUp(db, store, one, head);
  await db.transaction().execute(async (tx) => {
    await lockInTransaction(tx, 'readModelTables');
    await useSchema(tx, NEXT_SCHEMA);
    for (const one of builds.toSorted(byName)) await switchOne(tx, store, one);
  });
};

/** As checkpoints are moved: who switches many and who moves many never wait for each other. */
const byName = (one: Build, other: Build): number => (one.projection.name < other.projection.name ? -1 : 1);

interface LiveRow {
  readonly position: number;
  readonly tables: readonly string[];
}

const switchOne = async (tx: WriteTransaction, store: EventLog, one: Build): Promise<void> => {
  const { name, version } = one.projection;
  const { rows } = await sql<LiveRow>`
    select position, tables from read_models.projections where name = ${name} for update`.execute(tx);
  const [live] = rows;
  await catchUp(tx, store, one, live?.position ?? 0, tx);
  for (const table of live?.tables ?? []) await sql`drop table if exists ${sql.id(LIVE_SCHEMA, table)}`.execute(tx);
  const tables = one.projection.tables.map((table) => table.name);
  for (const table of tables) {
    await sql`alter table ${sql.id(NEXT_SCHEMA, table)} set schema ${sql.id(LIVE_SCHEMA)}`.execute(tx);
  }
  const there = sql`version = ${version}, tables = ${tables}::text[], position = ${one.position}::double precision`;
  await projectionLeases.revoke(tx, name, sql`${there}, ${RUNNING}`);
};
