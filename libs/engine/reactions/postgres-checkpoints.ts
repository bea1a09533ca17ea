import type { Pool } from 'pg';
import type { Lease, ReactionCheckpoints, Standing } from './checkpoints.port.ts';

const ACQUIRE = `
  insert into engine.reaction_checkpoints as c (reaction, token, owner, lease_until)
  values ($1, 1, $2, now() + $3 * interval '1 millisecond')
  on conflict (reaction) do update
    set token = c.token + 1, owner = excluded.owner, lease_until = excluded.lease_until
    where c.owner is null or c.owner = excluded.owner or c.lease_until < now()
  returning position, token`;

const RENEW = `
  update engine.reaction_checkpoints set lease_until = now() + $3 * interval '1 millisecond'
  where reaction = $1 and token = $2`;

const ADVANCE = `
  update engine.reaction_checkpoints set position = $4, lease_until = now() + $3 * interval '1 millisecond'
  where reaction = $1 and token = $2`;

const RELEASE = `
  update engine.reaction_checkpoints set owner = null, lease_until = '-infinity'
  where reaction = $1 and token = $2`;

const STANDINGS = `
  select reaction, position::double precision, case when lease_until > clock_timestamp() then owner end as owner
  from engine.reaction_checkpoints order by reaction`;

/** Checkpoints in PostgreSQL, by the database's clock. Needs the tables of {@link engineMigrations}. */
export function createPostgresCheckpoints(pool: Pick<Pool, 'query'>): ReactionCheckpoints {
  const changed = async (sql: string, values: readonly unknown[]): Promise<boolean> =>
    (await pool.query(sql, [...values])).rowCount === 1;

  return {
    async acquire(reaction, owner, leaseMs): Promise<Lease | undefined> {
      const { rows } = await pool.query<{ position: string; token: string }>(ACQUIRE, [reaction, owner, leaseMs]);
      const row = rows[0];
      return row && { reaction, token: Number(row.token), position: Number(row.position) };
    },
    renew: (lease, leaseMs) => changed(RENEW, [lease.reaction, lease.token, leaseMs]),
    advance: (lease, position, leaseMs) => changed(ADVANCE, [lease.reaction, lease.token, leaseMs, position]),
    async release(lease) {
      await pool.query(RELEASE, [lease.reaction, lease.token]);
    },
    async standings() {
      return (await pool.query<Standing>(STANDINGS)).rows;
    },
  };
}
