import type { Pool } from 'pg';
import { LOCKS, withConnection } from '#postgres';

/**
 * Does the work unless somebody does it already, in whichever process. The lock is that of a connection, so it ends
 * with whoever holds it; when the connection breaks the work goes on, and another may begin it.
 * @returns undefined when somebody else was at it.
 */
export const oneAtATime = <T>(pool: Pool, work: () => Promise<T>): Promise<T | undefined> =>
  withConnection(pool, async (client, discard) => {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [LOCKS.sweep]);
    if (!rows[0]?.free) return undefined;
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [LOCKS.sweep]).catch(discard);
    }
  });
