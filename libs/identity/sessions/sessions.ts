import type { Instant } from '#domain';
import type { Pool } from 'pg';
import { batched } from '#postgres';
import { hashOf, newSecret, type RandomBytes } from '../secrets.ts';

export interface SessionTimes {
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends whatever happens. */
  readonly maxHours: number;
}

interface Session {
  readonly accountId: string;
  readonly personId: string;
}

/**
 * Server-side sessions: the cookie holds a random id, the table its hash. What is asked is asked of the database each
 * time, so a sign-out or a disabled account counts at once in every process.
 */
export interface Sessions {
  /** A new id at every sign-in: an id that was planted before is worth nothing. */
  begin(accountId: string, now: Instant): Promise<string>;
  find(id: string, now: Instant): Promise<Session | undefined>;
  end(id: string): Promise<void>;
  /** Removes what has expired; a matter of space, not of safety. */
  sweep(now: Instant): Promise<void>;
}

interface Row extends Session {
  readonly idHash: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

const FIND = `
SELECT encode(s.id_hash, 'hex') AS "idHash", a.id AS "accountId", a.person_id AS "personId",
       s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
FROM identity.sessions s JOIN identity.accounts a ON a.id = s.account_id
WHERE s.id_hash = ANY ($1::bytea[]) AND a.disabled_at IS NULL`;

const MINUTE = 60_000;

export const createSessions = (pool: Pool, times: SessionTimes, random: RandomBytes): Sessions => {
  const findMany = batched(async (hashes: readonly string[]) => {
    const keys = [...new Set(hashes)].map((hash) => Buffer.from(hash, 'hex'));
    const { rows } = await pool.query<Row>({ name: 'find-sessions', text: FIND, values: [keys] });
    return new Map(rows.map((row) => [row.idHash, row]));
  });

  const alive = (row: Row, now: number): boolean =>
    now - row.lastSeenAt.getTime() <= times.idleMinutes * MINUTE &&
    now - row.createdAt.getTime() <= times.maxHours * 60 * MINUTE;

  const touch = (row: Row, now: Instant): Promise<unknown> =>
    pool.query('UPDATE identity.sessions SET last_seen_at = $2 WHERE id_hash = $1', [
      Buffer.from(row.idHash, 'hex'),
      now,
    ]);

  return {
    async begin(accountId, now) {
      const id = newSecret(random);
      await pool.query(
        'INSERT INTO identity.sessions (id_hash, account_id, created_at, last_seen_at) VALUES ($1, $2, $3, $3)',
        [hashOf(id), accountId, now],
      );
      return id;
    },
    async find(id, now) {
      const row = await findMany(hashOf(id).toString('hex'));
      const time = Date.parse(now);
      if (row === undefined || !alive(row, time)) return undefined;
      if (time - row.lastSeenAt.getTime() > MINUTE) await touch(row, now);
      return { accountId: row.accountId, personId: row.personId };
    },
    async end(id) {
      await pool.query('DELETE FROM identity.sessions WHERE id_hash = $1', [hashOf(id)]);
    },
    async sweep(now) {
      await pool.query(
        `DELETE FROM identity.sessions WHERE last_seen_at < $1::timestamptz - make_interval(mins => $2)
         OR created_at < $1::timestamptz - make_interval(hours => $3)`,
        [now, times.idleMinutes, times.maxHours],
      );
    },
  };
};
