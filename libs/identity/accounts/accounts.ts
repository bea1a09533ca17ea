import { fold, reject, type Instant, type Rejected } from '#domain';
import type { Pool } from 'pg';
import { createAttempts } from './attempts.ts';
import { isStrongEnough, type Passwords } from './passwords.ts';

type AccountRejection = 'username-taken' | 'password-weak';
type SignInRejection = 'wrong-credentials' | 'too-many-attempts';

interface NewAccount {
  /** UUID; the same id again is the same account. */
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly password: string;
  readonly at: Instant;
}

interface SignedIn {
  readonly kind: 'signed-in';
  readonly accountId: string;
  readonly personId: string;
}

/** Who may sign in. Passwords live here and nowhere else: never in an event, a log line or an answer. */
export interface Accounts {
  /**
   * Takes the name for an account that nobody can sign in to before it is activated. One that never was activated
   * gives its name up to a new one of the same person.
   */
  prepare(account: NewAccount): Promise<Rejected<AccountRejection> | undefined>;
  /** From now on one may sign in, unless it was disabled meanwhile. Twice is once. */
  activate(id: string, at: Instant): Promise<void>;
  /** Every account of the person; their sessions end at once. Twice is once. */
  disable(personId: string, at: Instant): Promise<void>;
  /** The same answer, after the same work, for a wrong password, an unknown name and a disabled account. */
  signIn(username: string, password: string, at: Instant): Promise<SignedIn | Rejected<SignInRejection>>;
  /** True while the person has an account that is open. */
  has(personId: string): Promise<boolean>;
}

export const createAccounts = (pool: Pool, passwords: Passwords): Accounts => {
  const attempts = createAttempts(pool);
  return {
    prepare: (account) => prepare(pool, passwords, account),
    async activate(id, at) {
      await pool.query('UPDATE identity.accounts SET activated_at = coalesce(activated_at, $2) WHERE id = $1', [
        id,
        at,
      ]);
    },
    disable: (personId, at) => disable(pool, personId, at),
    async has(personId) {
      const { rowCount } = await pool.query(
        `SELECT FROM identity.accounts
         WHERE person_id = $1 AND activated_at IS NOT NULL AND disabled_at IS NULL LIMIT 1`,
        [personId],
      );
      return rowCount === 1;
    },
    async signIn(username, password, at) {
      const name = fold(username);
      const attempt = await attempts.begin(name, at);
      if (attempt !== 'go-on') {
        return reject('too-many-attempts', { params: { retryAfterSeconds: attempt.retryAfterSeconds } });
      }
      const account = await findOpen(pool, name);
      if (!(await passwords.verify(password, account?.passwordHash)) || account === undefined) {
        return reject('wrong-credentials');
      }
      await attempts.succeeded(name);
      return { kind: 'signed-in', accountId: account.id, personId: account.personId };
    },
  };
};

interface StoredAccount {
  readonly id: string;
  readonly personId: string;
  readonly passwordHash: string;
}

const findOpen = async (pool: Pool, name: string): Promise<StoredAccount | undefined> => {
  const { rows } = await pool.query<StoredAccount>(
    `SELECT id, person_id AS "personId", password_hash AS "passwordHash"
     FROM identity.accounts WHERE username = $1 AND activated_at IS NOT NULL AND disabled_at IS NULL`,
    [name],
  );
  return rows[0];
};

const INSERT = `
INSERT INTO identity.accounts (id, person_id, username, password_hash, created_at)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;

const TAKE_OVER = `
UPDATE identity.accounts SET id = $1, password_hash = $4, created_at = $5
WHERE username = $3 AND person_id = $2 AND activated_at IS NULL AND disabled_at IS NULL AND id <> $1
  AND NOT EXISTS (SELECT FROM identity.accounts WHERE id = $1)`;

const prepare = async (
  pool: Pool,
  passwords: Passwords,
  { id, personId, username, password, at }: NewAccount,
): Promise<Rejected<AccountRejection> | undefined> => {
  if (!isStrongEnough(password, username)) return reject('password-weak', { pointer: '/password' });
  const values = [id, personId, fold(username), await passwords.hash(password), at];
  const inserted = await pool.query(INSERT, values);
  if (inserted.rowCount === 0) await pool.query(TAKE_OVER, values);
  const { rowCount } = await pool.query('SELECT FROM identity.accounts WHERE id = $1', [id]);
  return rowCount === 1 ? undefined : reject('username-taken', { pointer: '/username' });
};

const disable = async (pool: Pool, personId: string, at: Instant): Promise<void> => {
  const disabled = await pool.query<{ id: string }>(
    'UPDATE identity.accounts SET disabled_at = coalesce(disabled_at, $2) WHERE person_id = $1 RETURNING id',
    [personId, at],
  );
  await pool.query('DELETE FROM identity.sessions WHERE account_id = ANY ($1)', [disabled.rows.map((row) => row.id)]);
};
