import { fold, type Instant } from '#domain';
import type { Pool } from 'pg';
import { hashOf } from '../secrets.ts';

/** How long wrong passwords keep a name waiting. */
export interface NameLimit {
  /** So many are free; then each one locks the name for twice as long. */
  readonly freeAttempts: number;
  /** Whoever guesses at a name keeps its owner out no longer than this at a time. */
  readonly longestLockSeconds: number;
  /** After so long without a wrong password half of them are forgotten. */
  readonly halfLifeMinutes: number;
}

/** Unless told. */
export const NAME_LIMIT: NameLimit = { freeAttempts: 5, longestLockSeconds: 60, halfLifeMinutes: 15 };

const FIRST_LOCK_SECONDS = 2;

/**
 * Counts attempts by name, whether the name exists or not, so that a lock tells nothing. The attempt is counted before
 * the password is looked at: a hundred at once are a hundred.
 */
export interface Attempts {
  /**
   * Counts one, and answers how many there are. Answers the seconds to wait when the name is locked: then the password is
   * not looked at.
   */
  begin(username: string, now: Instant): Promise<{ readonly retryAfterSeconds: number } | { readonly failed: number }>;
  /**
   * Takes the one back that was counted as the last of so many: it was not wrong. The others stay counted, and the wait
   * that another one brought meanwhile.
   */
  takeBack(username: string, failed: number, now: Instant): Promise<void>;
  succeeded(username: string): Promise<void>;
}

/** With what is forgotten by now. */
const FAILED = `(1 + round(a.failed * power(0.5, extract(epoch FROM $2::timestamptz - a.locked_until) / $6)))::int`;

const BEGIN = `
INSERT INTO identity.attempts AS a (username_hash, failed, locked_until) VALUES ($1, 1, $2)
ON CONFLICT (username_hash) DO UPDATE SET
  failed = ${FAILED},
  locked_until = CASE WHEN ${FAILED} < $3 THEN $2
    ELSE $2::timestamptz + make_interval(secs => least($5, $4 * power(2, least(${FAILED} - $3, 20)))) END
WHERE a.locked_until <= $2
RETURNING failed`;

export const createAttempts = (
  pool: Pool,
  { freeAttempts, longestLockSeconds, halfLifeMinutes }: NameLimit = NAME_LIMIT,
): Attempts => ({
  async begin(username, now) {
    const key = hashOf(fold(username));
    const limits = [freeAttempts, FIRST_LOCK_SECONDS, longestLockSeconds, halfLifeMinutes * 60];
    const counted = await pool.query<{ failed: number }>(BEGIN, [key, now, ...limits]);
    const [own] = counted.rows;
    if (own !== undefined) return own;
    const { rows } = await pool.query<{ wait: number }>(
      `SELECT ceil(extract(epoch FROM locked_until - $2::timestamptz))::int AS wait
       FROM identity.attempts WHERE username_hash = $1`,
      [key, now],
    );
    return { retryAfterSeconds: Math.max(1, rows[0]?.wait ?? 1) };
  },
  async takeBack(username, failed, now) {
    await pool.query(
      `UPDATE identity.attempts SET failed = greatest(failed - 1, 0),
         locked_until = CASE WHEN failed = $2 THEN $3 ELSE locked_until END
       WHERE username_hash = $1`,
      [hashOf(fold(username)), failed, now],
    );
  },
  async succeeded(username) {
    await pool.query('DELETE FROM identity.attempts WHERE username_hash = $1', [hashOf(fold(username))]);
  },
});
