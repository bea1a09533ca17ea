import { sql } from 'kysely';
import { isIn, readable, type Entry, type EventLog, type Position, type RecordedEvent } from '#event-store';
import type { Projection, WriteTransaction } from '../projection.port.ts';
import { NEXT_SCHEMA, type Db } from './schema.ts';

/** Events a rebuild reads at once. */
export const BATCH = 5_000;

/** A read model that is being built: how far it is, and how far it may go before it is compared. */
export interface Build {
  readonly projection: Projection;
  readonly comparable: boolean;
  readonly cap: Position;
  position: Position;
}

/** Runs statements against the tables beside the live ones. */
export const inNext = async (db: Db, act: (tx: WriteTransaction) => Promise<void>): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('search_path', ${NEXT_SCHEMA}, true), set_config('synchronous_commit', 'off', true)`.execute(
      tx,
    );
    await act(tx);
  });
};

/** The events a build has not seen yet and may see. @throws PoisonEventError at one that cannot be read */
export const eventsFor = (
  { projection, position }: Build,
  entries: readonly Entry[],
  cap: Position,
): readonly RecordedEvent[] =>
  readable(
    entries.filter(
      (entry) => entry.position > position && entry.position <= cap && isIn(entry, ...projection.categories),
    ),
  );

/** Brings one build up to a position, in a transaction of the caller's or its own. */
export const catchUp = async (
  db: Db,
  store: EventLog,
  one: Build,
  to: Position,
  tx?: WriteTransaction,
): Promise<void> => {
  while (one.position < to) {
    const { events, upTo } = await store.entries.readAll({
      after: one.position,
      limit: BATCH,
      categories: one.projection.categories,
    });
    if (upTo <= one.position) return;
    const own = eventsFor(one, events, to);
    const apply = (on: WriteTransaction) => one.projection.apply(own, on);
    if (own.length > 0) await (tx ? apply(tx) : inNext(db, apply));
    one.position = Math.min(upTo, to);
  }
};
