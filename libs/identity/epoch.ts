import type { Pool } from 'pg';

/** The name of this history of the log: another one after a restore from a backup. */
export type Epoch = () => Promise<string>;

/** Kept beside the log, in the schema `identity`, and named once, at the first start; a restore replaces it. */
export const createEpoch = async (pool: Pool, newId: () => string): Promise<Epoch> => {
  await pool.query('INSERT INTO identity.epoch VALUES (true, $1) ON CONFLICT DO NOTHING', [newId()]);
  return async () => {
    const { rows } = await pool.query<{ epoch: string }>('SELECT epoch FROM identity.epoch');
    return rows[0]?.epoch ?? '';
  };
};
