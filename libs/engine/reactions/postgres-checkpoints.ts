import { sql } from 'kysely';
import { kyselyOver, leasesIn, type Pool } from '#postgres';
import type { ReactionCheckpoints } from './checkpoints.port.ts';

const leases = leasesIn('engine', 'reaction_checkpoints');

/** Checkpoints in PostgreSQL, by the database's clock. Needs the tables of {@link engineMigrations}. */
export function createPostgresCheckpoints(pool: Pool): ReactionCheckpoints {
  const db = kyselyOver(pool);
  return {
    async acquire(reaction, holder, leaseMs) {
      await sql`insert into engine.reaction_checkpoints (name) values (${reaction}) on conflict do nothing`.execute(db);
      const [lease] = await leases.acquire(db, { names: [reaction], holder, leaseMs });
      return lease;
    },
    advance: async (lease, position, leaseMs) => (await leases.advance(db, [lease], position, leaseMs)).has(lease.name),
    release: (lease) => leases.release(db, [lease]),
    standings: () => leases.standings(db),
  };
}
