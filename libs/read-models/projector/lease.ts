import { sql } from 'kysely';
import type { Position } from '#event-store';
import type { Projection } from '../projection.port.ts';
import type { Db } from './schema.ts';

/** The right to write one projection: good as long as the fence in the table is the same. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
  readonly position: Position;
}

/** Thrown inside a batch's transaction when another writer has taken over: nothing of the batch stays. */
export class FencedOutError extends Error {
  override readonly name = 'FencedOutError';
}

const until = (leaseMs: number) => sql`clock_timestamp() + ${leaseMs}::integer * interval '1 millisecond'`;

/** Takes the projections that nobody writes, or whose writer has not been heard of for a lease. */
export const acquire = async (
  db: Db,
  projections: readonly Projection[],
  holder: string,
  leaseMs: number,
): Promise<Lease[]> => {
  const names = projections.map(({ name }) => name);
  const versions = projections.map(({ version }) => version);
  const { rows } = await sql<Lease>`
    update read_models.projections set holder = ${holder}, fence = fence + 1, lease_until = ${until(leaseMs)}
    where name in (
      select p.name from read_models.projections p
      join unnest(${names}::text[], ${versions}::integer[]) as mine(name, version) using (name, version)
      where p.status = 'running' and (p.holder is null or p.lease_until < clock_timestamp())
      for update of p skip locked)
    returning name, fence, position`.execute(db);
  return rows;
};

/** Says that the writer lives. Answers the names it still holds. */
export const renew = async (db: Db, leases: readonly Lease[], leaseMs: number): Promise<Set<string>> => {
  const { rows } = await sql<{ name: string }>`
    update read_models.projections p set lease_until = ${until(leaseMs)}
    from ${held(leases)} where p.name = mine.name and p.fence = mine.fence returning p.name`.execute(db);
  return new Set(rows.map(({ name }) => name));
};

/** Gives the projections up at once, so that a standby need not wait for the lease to end. */
export const release = async (db: Db, leases: readonly Lease[]): Promise<void> => {
  await sql`update read_models.projections p set holder = null, lease_until = null
    from ${held(leases)} where p.name = mine.name and p.fence = mine.fence`.execute(db);
};

/** Moves checkpoints; answers the names whose lease still held. */
export const advance = async (
  db: Db,
  leases: readonly Lease[],
  position: Position,
  leaseMs: number,
): Promise<Set<string>> => {
  const { rows } = await sql<{ name: string }>`
    update read_models.projections p
    set position = ${position}::double precision, lease_until = ${until(leaseMs)}, updated_at = clock_timestamp()
    from ${held(leases)} where p.name = mine.name and p.fence = mine.fence returning p.name`.execute(db);
  return new Set(rows.map(({ name }) => name));
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

const held = (leases: readonly Lease[]) =>
  sql`unnest(${leases.map(({ name }) => name)}::text[], ${leases.map(({ fence }) => fence)}::double precision[])
    as mine(name, fence)`;
