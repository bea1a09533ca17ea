import { organization, reject, type Instant, type Proof, type Rejected } from '#domain';
import type { Pool } from 'pg';
import type { Directory } from '../directory/directory.ts';
import { hashOf, newCode, plainCode, type RandomBytes } from '../secrets.ts';
import { createAttempts, type NameLimit } from './attempts.ts';
import type { Passwords } from './passwords.ts';
import { createSecondFactors, type SecondFactors } from './second-factors.ts';
import { isStrongEnough } from './strength.ts';

type SignInRejection =
  | 'wrong-credentials'
  | 'too-many-attempts'
  /** The password admits; a code of the second factor is to come with it. */
  | 'second-factor-required'
  | 'code-invalid';

/** Who somebody is, and how they proved it. */
export interface SignedIn {
  readonly personId: string;
  readonly accountId: string;
  /** The password they came with: what they may do with it ends when it no longer admits. */
  readonly credentialId: string;
  /** The second factor whose code they came with: the same holds for it. */
  readonly secondFactorId?: string;
  readonly provenBy: Proof;
}

interface NewPassword {
  /** UUID by which the log will name it. */
  readonly credentialId: string;
  readonly username: string;
  readonly password: string;
  readonly at: Instant;
}

interface Invitation {
  readonly invitationId: string;
  readonly personId: string;
}

/**
 * What proves who somebody is: passwords and codes, here and nowhere else, never in an event, a log line or an answer.
 * Whom they admit stands in the log: a password that it does not name as the one of an open account admits nobody, so
 * rows and events cannot disagree.
 */
export interface Accounts extends SecondFactors {
  /** Keeps a password; it admits nobody before the log names it. Twice is once: the first one stays. */
  keepPassword(password: NewPassword): Promise<Rejected<'password-weak'> | undefined>;
  /** The code of an invitation, shown this once; undefined when it was shown before. */
  issueCode(invitation: Invitation & { readonly at: Instant }): Promise<string | undefined>;
  /** The code of an invitation sets no password any more, and another may be issued. */
  withdrawCode(invitationId: string): Promise<void>;
  /** The invitation of a code, however it is typed. */
  invitationOf(code: string): Promise<Invitation | undefined>;
  /** The same answer, after the same work, for a wrong password, an unknown name and an account that is not open. Only who knows the password learns that there is a second factor. */
  signIn(
    username: string,
    password: string,
    at: Instant,
    code?: string,
  ): Promise<(SignedIn & { readonly kind: 'signed-in' }) | Rejected<SignInRejection>>;
  /** Ends the wait that wrong passwords brought upon a name. */
  unlock(username: string): Promise<void>;
  /** Removes codes that have lapsed, and passwords and second factors that no longer count; a matter of tidiness, not of safety. */
  sweep(now: Instant): Promise<void>;
}

/** Milliseconds a password or code is kept at least: whoever sets or hands it out is then done. */
const KEPT_MS = 4 * 24 * 3_600_000;

export const createAccounts = (
  { pool, directory, random }: { readonly pool: Pool; readonly directory: Directory; readonly random: RandomBytes },
  passwords: Passwords,
  limit?: NameLimit,
): Accounts => {
  const attempts = createAttempts(pool, limit);
  const secondFactors = createSecondFactors(pool, random);
  const signIn: Accounts['signIn'] = async (username, password, at, code) => {
    const { book } = await directory.current();
    const holder = organization.holderOf(book, username);
    const attempt = await attempts.begin(username, at);
    if ('retryAfterSeconds' in attempt) {
      return reject('too-many-attempts', { params: { retryAfterSeconds: attempt.retryAfterSeconds } });
    }
    const { accountId, credentialId, secondFactorId } = holder?.account ?? {};
    const admitted = await passwords.verify(password, await hashOfPassword(pool, credentialId));
    if (!admitted || holder === undefined || accountId === undefined || credentialId === undefined) {
      return reject('wrong-credentials');
    }
    const { personId } = holder;
    if (secondFactorId !== undefined) {
      if (code === undefined) {
        await attempts.takeBack(username, attempt.failed, at);
        return reject('second-factor-required', { pointer: '/code' });
      }
      const shown = { secondFactorId, personId, code, at };
      if (!(await secondFactors.proveSecondFactor(shown))) return reject('code-invalid', { pointer: '/code' });
    }
    await attempts.succeeded(username);
    return { kind: 'signed-in', ...signedIn({ personId, accountId, credentialId, secondFactorId }) };
  };
  return {
    ...codes(pool, random),
    ...secondFactors,
    async keepPassword({ credentialId, username, password, at }) {
      if (!isStrongEnough(password, username)) return reject('password-weak', { pointer: '/password' });
      const hash = await passwords.hash(password);
      await pool.query(KEEP_PASSWORD, [credentialId, hash, at]);
      return undefined;
    },
    signIn,
    unlock: (username) => attempts.succeeded(username),
    async sweep(now) {
      const { book } = await directory.current();
      const accounts = organization.accountsOf(book);
      const admitting = accounts.flatMap(({ account }) => account.credentialId ?? []);
      const counting = accounts.flatMap(({ account }) => account.secondFactorId ?? []);
      const before = new Date(Date.parse(now) - KEPT_MS);
      await pool.query('DELETE FROM identity.invitations WHERE issued_at < $1', [before]);
      await pool.query('DELETE FROM identity.passwords WHERE set_at < $1 AND id <> ALL ($2)', [before, admitting]);
      await pool.query('DELETE FROM identity.second_factors WHERE made_at < $1 AND id <> ALL ($2)', [before, counting]);
    },
  };
};

/** Who came with what an account admits. */
export const signedIn = ({
  secondFactorId,
  ...who
}: Omit<SignedIn, 'provenBy' | 'secondFactorId'> & { readonly secondFactorId: string | undefined }): SignedIn =>
  secondFactorId === undefined
    ? { ...who, provenBy: 'PASSWORD' }
    : { ...who, secondFactorId, provenBy: 'PASSWORD_AND_CODE' };

const KEEP_PASSWORD = 'INSERT INTO identity.passwords (id, hash, set_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';

const ISSUE_CODE = `
INSERT INTO identity.invitations (id, person_id, code_hash, issued_at) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING`;

const codes = (pool: Pool, random: RandomBytes): Pick<Accounts, 'issueCode' | 'withdrawCode' | 'invitationOf'> => ({
  async issueCode({ invitationId, personId, at }) {
    const code = newCode(random);
    const { rowCount } = await pool.query(ISSUE_CODE, [invitationId, personId, hashOf(plainCode(code)), at]);
    return rowCount === 1 ? code : undefined;
  },
  async withdrawCode(invitationId) {
    await pool.query('DELETE FROM identity.invitations WHERE id = $1', [invitationId]);
  },
  async invitationOf(code) {
    const { rows } = await pool.query<Invitation>(
      `SELECT id AS "invitationId", person_id AS "personId" FROM identity.invitations WHERE code_hash = $1`,
      [hashOf(plainCode(code))],
    );
    return rows[0];
  },
});

/** No password's id. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** Asked for nobody too, so that the time it takes tells nothing. */
const hashOfPassword = async (pool: Pool, credentialId = NONE): Promise<string | undefined> => {
  const { rows } = await pool.query<{ hash: string }>('SELECT hash FROM identity.passwords WHERE id = $1', [
    credentialId,
  ]);
  return rows[0]?.hash;
};
