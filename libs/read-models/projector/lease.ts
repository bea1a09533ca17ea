import { sql } from 'kysely';
import type { Checkpoints } from '#engine';
import type { Position } from '#event-store';
import { leasesIn, movingTogether, type Lease } from '#postgres';
import { LIVE_SCHEMA } from '../database.ts';
import type { Projection } from '../projection.port.ts';
import type { Db } from './schema.ts';

/** The right to write a projection stands beside its checkpoint. */
export const projectionLeases = leasesIn(LIVE_SCHEMA, 'projections');

/** The checkpoints of projections. One that is stopped, or whose tables are of another version, is not to be had. */
export const projectionCheckpoints = (db: Db, projections: readonly Projection[]): Checkpoints => ({
  acquire: (name, holder, leaseMs) => {
    const version = projections.find((one) => one.name === name)?.version ?? null;
    const only = sql`status = 'running' and version = ${version}::integer`;
    return projectionLeases.acquire(db, { name, holder, leaseMs, only });
  },
  advance: movingTogether(db, projectionLeases),
  release: (lease) => projectionLeases.release(db, lease),
});

/** What a row says that nothing stops. */
export const RUNNING = sql`status = 'running', error = null, error_position = null`;

/** Stops a projection on an event it cannot digest. */
export const stop = (db: Db, lease: Lease, error: string, errorPosition: Position): Promise<void> => {
  const why = sql`error = ${error}, error_position = ${errorPosition}::double precision`;
  return projectionLeases.release(db, lease, sql`status = 'stopped', ${why}, updated_at = clock_timestamp()`);
};

/** Lets stopped projections try their event again. */
export const resume = async (db: Db, names: readonly string[]): Promise<void> => {
  await sql`update read_models.projections set ${RUNNING}
    where name = any(${names}::text[]) and status = 'stopped'`.execute(db);
};
