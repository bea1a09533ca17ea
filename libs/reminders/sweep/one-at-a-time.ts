import type { Pool } from 'pg';
import { withConnection } from '#postgres';

/** The sweep of all processes. */
const KEY = '5272183640193005';

/**
 * Does the work unless somebody does it already, in whichever process. The lock is that of a connection, so it ends
 * with whoever holds it; when the connection breaks the work goes on, and another may begin it.
 * @returns undefined when somebody else was at it.
 */
export const oneAtATime = <T>(pool: Pool, work: () => Promise<T>): Promise<T | undefined> =>
  withConnection(pool, async (client, discard) => {
    const { rows } = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS free`);
    if (!rows[0]?.free) return undefined;
    try {
      return await work();
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${KEY})`).catch(discard);
    }
  });
