import type { Pool } from 'pg';

/** The sweep of all processes. */
const KEY = '5272183640193005';

/**
 * Does the work unless somebody does it already, in whichever process. The lock is that of a connection, so it ends
 * with whoever holds it.
 * @returns undefined when somebody else was at it.
 */
export const oneAtATime = async <T>(pool: Pool, work: () => Promise<T>): Promise<T | undefined> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS free`);
    if (!rows[0]?.free) return undefined;
    try {
      return await work();
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${KEY})`).catch((error: unknown) => {
        broken = error as Error;
      });
    }
  } finally {
    client.release(broken);
  }
};
