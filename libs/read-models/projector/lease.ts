import { sql } from 'kysely';
import type { Position } from '#event-store';
import { leasesIn, type Lease } from '#postgres';
import { LIVE_SCHEMA } from '../database.ts';
import type { Projection } from '../projection.port.ts';
import type { Db } from './schema.ts';

/** The right to write a projection stands beside its checkpoint. */
export const projectionLeases = leasesIn(LIVE_SCHEMA, 'projections');

/** Takes the projections that nobody writes, that have not stopped, and whose tables are of this version. */
export const acquire = (
  db: Db,
  projections: readonly Projection[],
  holder: string,
  leaseMs: number,
): Promise<Lease[]> => {
  const names = projections.map(({ name }) => name);
  const versions = projections.map(({ version }) => version);
  const only = sql`status = 'running'
    and (name, version) in (select * from unnest(${names}::text[], ${versions}::integer[]))`;
  return projectionLeases.acquire(db, { names, holder, leaseMs, only });
};

/** Stops a projection on an event it cannot digest. */
export const stop = async (db: Db, lease: Lease, error: string, errorPosition: Position): Promise<void> => {
  await sql`update read_models.projections
    set status = 'stopped', error = ${error}, error_position = ${errorPosition}::double precision,
      holder = null, lease_until = null, updated_at = clock_timestamp()
    where name = ${lease.name} and fence = ${lease.fence}::double precision`.execute(db);
};

/** Lets stopped projections try their event again. */
export const resume = async (db: Db, names: readonly string[]): Promise<void> => {
  await sql`update read_models.projections set status = 'running', error = null, error_position = null
    where name = any(${names}::text[]) and status = 'stopped'`.execute(db);
};
