import { sql, type Transaction } from 'kysely';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { withConnection } from './transaction.ts';

/**
 * Every advisory lock of Khéo, so that no two mean the same by accident. A key is never given to another name, and never
 * changed without a reason: during a rolling upgrade processes of two versions take turns by it. All are as they always
 * were but `webhookSecrets`, which was a hash of its own; making the schemas `identity`, `kheo_reminders`, `engine`,
 * `webhooks` and `kheo_event_ids` had a lock each (`identity` that of the appends) and has that of `migration` now. An old
 * and a new process that both find such a schema missing may therefore collide: one fails, and starts again.
 */
export const LOCKS = {
  /** Whoever prepares the database: roles, migrations, the queue. A session's lock. */
  migration: 5272183640193000n,
  /** Appends to the log take turns, for the length of their transaction; see `kheo_log.append`. */
  append: 5272183640193001n,
  /** Whoever makes messages of waiting rungs. */
  gather: 5272183640193003n,
  /** Whoever makes the role and the schema of the queue. */
  queueMigration: 5272183640193004n,
  /** The sweep of all processes. A session's lock. */
  sweep: 5272183640193005n,
  /** Whoever makes tables of read models or puts rebuilt ones in their place. */
  readModelTables: 7402113n,
  /** One rebuild at a time. A session's lock. */
  rebuild: 7402114n,
  /** Kysely's own, taken inside `migration`. */
  kyselyMigrator: 3853314791062309107n,
} as const;

/**
 * First keys of locks that are taken for one thing among many, whose hash is the second key. PostgreSQL keeps them apart
 * from {@link LOCKS}. `0x42554c4c` is BullMQ's, for its own migrations.
 */
export const LOCKS_EACH = {
  /** The secrets of one webhook. */
  webhookSecrets: 5272183,
} as const;

export type LockName = keyof typeof LOCKS;

/** Waits for the lock and holds it until the end of the transaction. */
export const lockInTransaction = (
  tx: Pick<ClientBase, 'query'> | Transaction<unknown>,
  name: LockName,
): Promise<unknown> =>
  'query' in tx
    ? tx.query('select pg_advisory_xact_lock($1)', [LOCKS[name]])
    : sql`select pg_advisory_xact_lock(${LOCKS[name]})`.execute(tx);

/** The same for one thing among many. */
export const lockOneInTransaction = (
  client: Pick<ClientBase, 'query'>,
  name: keyof typeof LOCKS_EACH,
  id: string,
): Promise<unknown> => client.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCKS_EACH[name], id]);

/** Waits for the lock and holds it until the connection ends. */
export const lockSession = (client: Pick<ClientBase, 'query'>, name: LockName): Promise<unknown> =>
  client.query('select pg_advisory_lock($1)', [LOCKS[name]]);

/**
 * Waits for the lock and does the work under it. The lock is that of the connection the work gets, so it ends with whoever
 * holds it: when the connection breaks, the work goes on and another may begin it.
 */
export const underLock = <T>(pool: Pool, name: LockName, work: (holder: PoolClient) => Promise<T>): Promise<T> =>
  withConnection(pool, async (client, discard) => {
    await lockSession(client, name);
    return work(client).finally(() => unlock(client, name).catch(discard));
  });

/** The same, but undefined at once where somebody holds the lock, in whichever process. */
export const unlessLocked = <T>(pool: Pool, name: LockName, work: () => Promise<T>): Promise<T | undefined> =>
  withConnection(pool, async (client, discard) => {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCKS[name]]);
    if (!rows[0]?.free) return undefined;
    return work().finally(() => unlock(client, name).catch(discard));
  });

const unlock = (client: PoolClient, name: LockName) => client.query('select pg_advisory_unlock($1)', [LOCKS[name]]);
