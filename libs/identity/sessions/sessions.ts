import { organization, type Instant } from '#domain';
import type { Pool } from 'pg';
import { batched } from '#postgres';
import type { SignedIn } from '../accounts/accounts.ts';
import type { DirectoryState } from '../directory/directory.ts';
import { hashOf, newSecret, type RandomBytes } from '../secrets.ts';

export interface SessionTimes {
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends whatever happens. */
  readonly maxHours: number;
}

/** Whose a session is, and how long it may last. */
export interface Session extends SignedIn {
  /** When it ends whatever happens. */
  readonly endsAt: Instant;
  /** Minutes without a request after which it ends before that. */
  readonly idleMinutes: number;
}

/**
 * Server-side sessions: the cookie holds a random id, the table its hash. Database and log are asked each time, so a
 * sign-out, another password, a second factor or a disabled account counts at once in every process.
 */
export interface Sessions {
  /** A new id at every sign-in: an id that was planted before is worth nothing. */
  begin(who: SignedIn, now: Instant): Promise<string>;
  /**
   * Whose it is, by the directory of this moment. Counts as a request: an idle session ends so many minutes after the
   * last one, or a few seconds later, never before.
   */
  find(id: string, now: Instant, directory: Promise<DirectoryState>): Promise<Session | undefined>;
  /** The same, without counting as a request. */
  look(id: string, now: Instant, directory: Promise<DirectoryState>): Promise<Session | undefined>;
  end(id: string): Promise<void>;
  /** Removes what has expired; a matter of space, not of safety. */
  sweep(now: Instant): Promise<void>;
}

interface Row extends Omit<SignedIn, 'secondFactorId'> {
  readonly secondFactorId: string | null;
  readonly idHash: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

const FIND = `
SELECT encode(id_hash, 'hex') AS "idHash", person_id AS "personId", account_id AS "accountId",
       credential_id AS "credentialId", second_factor_id AS "secondFactorId", proven_by AS "provenBy", created_at AS "createdAt", last_seen_at AS "lastSeenAt"
FROM identity.sessions WHERE id_hash = ANY ($1::bytea[])`;

const BEGIN = `
INSERT INTO identity.sessions
  (id_hash, person_id, account_id, credential_id, second_factor_id, proven_by, created_at, last_seen_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`;

const MINUTE = 60_000;
/** Requests closer to each other than this are noted once, so the last one may be so much later than what is noted. */
const NOTED_EVERY_MS = 5000;

export const createSessions = (pool: Pool, times: SessionTimes, random: RandomBytes): Sessions => {
  const findMany = batched(async (hashes: readonly string[]) => {
    const keys = [...new Set(hashes)].map((hash) => Buffer.from(hash, 'hex'));
    const { rows } = await pool.query<Row>({ name: 'find-sessions', text: FIND, values: [keys] });
    return new Map(rows.map((row) => [row.idHash, row]));
  });

  const idleMs = times.idleMinutes * MINUTE + NOTED_EVERY_MS;
  const alive = (row: Row, now: number): boolean =>
    now - row.lastSeenAt.getTime() <= idleMs && now - row.createdAt.getTime() <= times.maxHours * 60 * MINUTE;

  const aliveRow = async (id: string, now: Instant, directory: Promise<DirectoryState>): Promise<Row | undefined> => {
    const [row, { book }] = await Promise.all([findMany(hashOf(id).toString('hex')), directory]);
    if (row === undefined || !alive(row, Date.parse(now))) return undefined;
    const account = organization.personOf(book, row.personId)?.account;
    const counts =
      account?.credentialId === row.credentialId && account.secondFactorId === (row.secondFactorId ?? undefined);
    return counts ? row : undefined;
  };

  const touch = (row: Row, now: Instant): Promise<unknown> =>
    pool.query('UPDATE identity.sessions SET last_seen_at = $2 WHERE id_hash = $1', [
      Buffer.from(row.idHash, 'hex'),
      now,
    ]);

  const sessionOf = (row: Row): Session => ({
    ...signedIn(row),
    endsAt: new Date(row.createdAt.getTime() + times.maxHours * 60 * MINUTE).toISOString(),
    idleMinutes: times.idleMinutes,
  });

  return {
    async begin({ personId, accountId, credentialId, secondFactorId, provenBy }, now) {
      const id = newSecret(random);
      await pool.query(BEGIN, [hashOf(id), personId, accountId, credentialId, secondFactorId, provenBy, now]);
      return id;
    },
    async find(id, now, directory) {
      const row = await aliveRow(id, now, directory);
      if (row !== undefined && Date.parse(now) - row.lastSeenAt.getTime() > NOTED_EVERY_MS) await touch(row, now);
      return row && sessionOf(row);
    },
    async look(id, now, directory) {
      const row = await aliveRow(id, now, directory);
      return row && sessionOf(row);
    },
    async end(id) {
      await pool.query('DELETE FROM identity.sessions WHERE id_hash = $1', [hashOf(id)]);
    },
    async sweep(now) {
      await pool.query(
        `DELETE FROM identity.sessions WHERE last_seen_at < $1::timestamptz - make_interval(secs => $2)
         OR created_at < $1::timestamptz - make_interval(hours => $3)`,
        [now, idleMs / 1000, times.maxHours],
      );
    },
  };
};

const signedIn = ({ personId, accountId, credentialId, secondFactorId, provenBy }: Row): SignedIn => ({
  ...{ personId, accountId, credentialId, provenBy },
  ...(secondFactorId === null ? {} : { secondFactorId }),
});
