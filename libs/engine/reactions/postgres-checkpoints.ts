import { sql } from 'kysely';
import { kyselyOver, leasesIn, movingTogether, type Pool } from '#postgres';
import type { ReactionCheckpoints } from './checkpoints.port.ts';

const leases = leasesIn('engine', 'reaction_checkpoints');

/** Checkpoints in PostgreSQL, by the database's clock. Needs the tables of {@link engineMigrations}. */
export function createPostgresCheckpoints(pool: Pool): ReactionCheckpoints {
  const db = kyselyOver(pool);
  return {
    async acquire(reaction, holder, leaseMs) {
      await sql`insert into engine.reaction_checkpoints (name) values (${reaction}) on conflict do nothing`.execute(db);
      return leases.acquire(db, { name: reaction, holder, leaseMs });
    },
    advance: movingTogether(db, leases),
    release: (lease) => leases.release(db, lease),
    standings: () => leases.standings(db),
  };
}
