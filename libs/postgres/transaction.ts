import type { Pool, PoolClient } from 'pg';

/**
 * Lends a connection for the length of the work. One that breaks while nothing is asked over it would end the process
 * if nobody listened; it is thrown away, as is one the work discards.
 */
export const withConnection = async <T>(
  pool: Pool,
  work: (client: PoolClient, discard: (error: Error) => void) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const discard = (error: Error): void => {
    broken = error;
  };
  client.on('error', discard);
  try {
    return await work(client, discard);
  } finally {
    if (broken === undefined) client.off('error', discard);
    client.release(broken);
  }
};

/** All of it or nothing; a connection that cannot even roll back is thrown away. */
export const inTransaction = <T>(pool: Pool, work: (client: PoolClient) => Promise<T>, begin = 'BEGIN'): Promise<T> =>
  withConnection(pool, async (client, discard) => {
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(discard);
      throw error;
    }
  });

/** Reads of one moment, however many statements it takes; nothing can be written in it. */
export const inSnapshot = <T>(pool: Pool, read: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, read, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
