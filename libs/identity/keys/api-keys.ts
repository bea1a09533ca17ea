import { CATEGORIES, reject, type Category, type Instant, type Rejected } from '#domain';
import type { Pool } from 'pg';
import { batched } from '#postgres';
import { hashOf, newSecret, type RandomBytes } from '../secrets.ts';

/**
 * What a program may do with its key: read the feed, all of it or the events of some categories of streams. Personal data
 * is told only to a key that has the scope for it.
 */
export type KeyScope = 'feed' | `feed:${Category}` | 'personal';
export const KEY_SCOPES: readonly KeyScope[] = [
  'feed',
  ...CATEGORIES.map((category) => `feed:${category}` as const),
  'personal',
];

/** The categories of the feed that the scopes let read: all of them, or these; none at all is undefined. */
export const categoriesOf = (scopes: readonly KeyScope[]): 'all' | readonly Category[] | undefined => {
  if (scopes.includes('feed')) return 'all';
  const some = CATEGORIES.filter((category) => scopes.includes(`feed:${category}`));
  return some.length > 0 ? some : undefined;
};

export interface ApiKey {
  readonly id: string;
  /** The program that holds it. */
  readonly consumer: string;
  readonly scopes: readonly KeyScope[];
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}

interface NewKey {
  /** UUID; the same id again is refused, as the key itself is shown once only. */
  readonly id: string;
  readonly consumer: string;
  readonly scopes: readonly KeyScope[];
  readonly createdBy: string;
  readonly at: Instant;
}

/** Keys of programs: random, shown once, stored hashed, revocable with immediate effect. */
export interface ApiKeys {
  create(key: NewKey): Promise<string | Rejected<'idempotency-key-reused'>>;
  find(secret: string): Promise<Pick<ApiKey, 'id' | 'consumer' | 'scopes' | 'createdBy'> | undefined>;
  /** False when there is no such key. */
  revoke(id: string, by: string, at: Instant): Promise<boolean>;
  /** Whether a key was made under the id, revoked ones too. */
  has(id: string): Promise<boolean>;
  list(): Promise<readonly ApiKey[]>;
}

/** Marks the text as a key of ours, for scanners that look for leaked secrets. */
const PREFIX = 'kheo_';

type Found = Pick<ApiKey, 'id' | 'consumer' | 'scopes' | 'createdBy'> & { readonly keyHash: string };

export const createApiKeys = (pool: Pool, random: RandomBytes): ApiKeys => {
  const findMany = batched(async (hashes: readonly string[]) => {
    const { rows } = await pool.query<Found>(
      `SELECT id, consumer, scopes, created_by AS "createdBy", encode(key_hash, 'hex') AS "keyHash"
       FROM identity.api_keys WHERE key_hash = ANY ($1::bytea[]) AND revoked_at IS NULL`,
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    return new Map(rows.map((row) => [row.keyHash, row]));
  });
  return {
    async create({ id, consumer, scopes, createdBy, at }) {
      const secret = PREFIX + newSecret(random);
      const inserted = await pool.query(
        `INSERT INTO identity.api_keys (id, key_hash, consumer, scopes, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
        [id, hashOf(secret), consumer, scopes, createdBy, at],
      );
      return inserted.rowCount === 1 ? secret : reject('idempotency-key-reused');
    },
    find: (secret) => findMany(hashOf(secret).toString('hex')),
    async revoke(id, by, at) {
      const revoked = await pool.query(
        `UPDATE identity.api_keys SET revoked_at = coalesce(revoked_at, $3), revoked_by = coalesce(revoked_by, $2)
         WHERE id = $1`,
        [id, by, at],
      );
      return revoked.rowCount === 1;
    },
    async has(id) {
      const { rowCount } = await pool.query('SELECT FROM identity.api_keys WHERE id = $1', [id]);
      return rowCount === 1;
    },
    async list() {
      const { rows } = await pool.query<
        Omit<ApiKey, 'createdAt' | 'revokedAt'> & { createdAt: Date; revokedAt: Date | null }
      >(
        `SELECT id, consumer, scopes, created_by AS "createdBy", created_at AS "createdAt", revoked_at AS "revokedAt"
         FROM identity.api_keys ORDER BY created_at, id`,
      );
      return rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        revokedAt: row.revokedAt?.toISOString() ?? null,
      }));
    },
  };
};
