import { sql } from 'kysely';
import type { Position, RecordedEvent } from '#event-store';
import { LeaseLost, type Lease } from '#postgres';
import { LIVE_SCHEMA } from '../database.ts';
import type { Projection } from '../projection.port.ts';
import { projectionLeases } from './lease.ts';
import type { Db } from './schema.ts';

/** One batch of one projection, on its way into the tables. */
interface Batch {
  readonly db: Db;
  readonly projection: Projection;
  readonly lease: Lease;
  /** The projection's events, in log order. */
  readonly events: readonly RecordedEvent[];
  /** How far the log was searched for them. */
  readonly upTo: Position;
  readonly leaseMs: number;
}

/** Brings a batch into the tables. @throws LeaseLost when another writer has taken over. */
export type CommitBatch = (batch: Batch) => Promise<void>;

/**
 * Rows and checkpoint in one transaction. The checkpoint goes first: it proves the lease and locks it, so no standby
 * takes over while this transaction is open; PostgreSQL ends it when its process is stopped for longer than a lease.
 * The answer does not wait for the disk: rows and checkpoint are lost together or not at all.
 */
export const commitBatch: CommitBatch = async ({ db, projection, lease, events, upTo, leaseMs }) => {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('search_path', ${LIVE_SCHEMA}, true), set_config('synchronous_commit', 'off', true),
      set_config('idle_in_transaction_session_timeout', ${String(leaseMs)}, true)`.execute(tx);
    const held = await projectionLeases.advance(tx, [{ lease, position: upTo, leaseMs }]);
    if (!held.has(lease.name)) throw new LeaseLost(lease.name);
    await projection.apply(events, tx);
  });
};
