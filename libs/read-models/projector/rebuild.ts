import { sql } from 'kysely';
import type { Entry, EventLog, Position } from '#event-store';
import { kyselyOver, underLock, type Pool } from '#postgres';
import type { PoolClient } from 'pg';
import { LIVE_SCHEMA } from '../database.ts';
import type { Projection } from '../projection.port.ts';
import { compareTable, type Difference } from './compare.ts';
import { BATCH, catchUp, eventsFor, inNext, type Build } from './build.ts';
import { createRawTables, finishTables, NEXT_SCHEMA, useSchema, type Db } from './schema.ts';
import { switchOver } from './switch.ts';

export interface RebuildOptions {
  /** Of the read models that are meant; all of them unless told. */
  readonly names?: readonly string[];
  /** Called after every batch. */
  readonly onProgress?: (progress: { readonly position: Position; readonly head: Position }) => void;
  /** False leaves the live tables as they are: a mere comparison. */
  readonly switch?: boolean;
}

export interface RebuildReport {
  /** Events read from the log. */
  readonly events: number;
  readonly seconds: number;
  readonly projections: readonly {
    readonly name: string;
    /** False when there was nothing to compare with: the live tables are empty or of another version. */
    readonly compared: boolean;
    readonly differences: readonly Difference[];
  }[];
}

export interface Rebuilding {
  readonly pool: Pool;
  readonly store: EventLog;
  readonly projections: readonly Projection[];
}

/**
 * Builds read models from position 0 in a schema of their own, compares them row by row with the live ones at the same
 * position, and switches in one short transaction. Nothing but tables is written. A poison event is thrown and leaves
 * the live tables as they were. One rebuild at a time.
 *
 * @throws when no read model has a name that is asked for
 */
export const rebuild = (rebuilding: Rebuilding, options: RebuildOptions): Promise<RebuildReport> =>
  underLock(rebuilding.pool, 'rebuild', (lock) => build(rebuilding, options, lock));

const build = async (
  { pool, store, projections }: Rebuilding,
  options: RebuildOptions,
  lock: Pick<PoolClient, 'query'>,
): Promise<RebuildReport> => {
  const db = kyselyOver(pool);
  const started = performance.now();
  const wanted = chosen(projections, options.names);
  const head = await store.head();
  const builds = await beginBuilds(db, wanted, head);
  const events = await readOnce(db, store, builds, { head, onProgress: options.onProgress });
  await eachNext(db, builds, ({ projection }, tx) => finishTables(tx, projection));
  // A crash of the server would have emptied the raw tables, and broken this connection: then nothing is switched.
  await lock.query('select 1');
  const seconds = (performance.now() - started) / 1000;

  const compared: RebuildReport['projections'][number][] = [];
  for (const one of builds) {
    const differences = one.comparable ? await compareWithLive(db, store, one) : [];
    compared.push({ name: one.projection.name, compared: one.comparable, differences });
  }
  if (options.switch !== false) await switchOver(db, store, builds);
  await sql`drop schema if exists ${sql.id(NEXT_SCHEMA)} cascade`.execute(db);
  return { events, seconds, projections: compared };
};

const chosen = (projections: readonly Projection[], names?: readonly string[]): readonly Projection[] => {
  if (names === undefined) return projections;
  const known = projections.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name)).join(', ');
  if (unknown !== '')
    throw new Error(
      `Không có bảng đọc ${unknown}; có: ${known.join(', ')}\nThere is no read model ${unknown}; there are: ${known.join(', ')}`,
    );
  return projections.filter(({ name }) => names.includes(name));
};

interface LiveRow {
  readonly name: string;
  readonly version: number;
  readonly position: number;
}

/** Empty tables beside the live ones. What can be compared goes no further than the live tables have. */
const beginBuilds = async (db: Db, projections: readonly Projection[], head: Position): Promise<Build[]> => {
  await sql`drop schema if exists ${sql.id(NEXT_SCHEMA)} cascade`.execute(db);
  await sql`create schema ${sql.id(NEXT_SCHEMA)}`.execute(db);
  const { rows } = await sql<LiveRow>`select name, version, position from read_models.projections`.execute(db);
  const builds = projections.map((projection): Build => {
    const live = rows.find(({ name }) => name === projection.name);
    const comparable = live !== undefined && live.version === projection.version && live.position > 0;
    return { projection, comparable, cap: comparable ? live.position : head, position: 0 };
  });
  await eachNext(db, builds, ({ projection }, tx) => createRawTables(tx, projection));
  return builds;
};

const eachNext = async (db: Db, builds: readonly Build[], act: (build: Build, tx: Db) => Promise<void>) => {
  await Promise.all(builds.map((one) => inNext(db, (tx) => act(one, tx))));
};

interface Pass {
  readonly head: Position;
  readonly onProgress: RebuildOptions['onProgress'];
}

/** Reads the log once and hands each batch to all builds, while the next one is on its way. */
const readOnce = async (db: Db, store: EventLog, builds: readonly Build[], pass: Pass): Promise<number> => {
  const end = Math.max(0, ...builds.map(({ cap }) => cap));
  let position = 0;
  let count = 0;
  let next = store.entries.readAll({ after: 0, limit: BATCH });
  while (position < end) {
    const { events, upTo } = await next;
    if (upTo <= position) break;
    next = store.entries.readAll({ after: upTo, limit: BATCH });
    next.catch(() => undefined);
    await Promise.all(builds.map((one) => applyNext(db, one, events, upTo)));
    position = upTo;
    count += events.length;
    pass.onProgress?.({ position, head: pass.head });
  }
  return count;
};

const applyNext = async (db: Db, one: Build, events: readonly Entry[], upTo: Position): Promise<void> => {
  const own = eventsFor(one, events, one.cap);
  if (own.length > 0) await inNext(db, (tx) => one.projection.apply(own, tx));
  one.position = Math.min(Math.max(one.position, upTo), one.cap);
};

/** The live tables are read in one snapshot, the build is brought to the same position, and both are compared. */
const compareWithLive = async (db: Db, store: EventLog, one: Build): Promise<Difference[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      await useSchema(snapshot, LIVE_SCHEMA);
      const { rows } = await sql<{ position: number }>`
        select position from projections where name = ${one.projection.name}`.execute(snapshot);
      await catchUp(db, store, one, rows[0]?.position ?? one.position);
      const differences: Difference[] = [];
      for (const table of one.projection.tables) differences.push(...(await compareTable(snapshot, db, table)));
      return differences;
    });
