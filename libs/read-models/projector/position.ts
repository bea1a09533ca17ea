import { sql, type Kysely } from 'kysely';
import type { Position } from '#event-store';
import { kyselyOver, type Pool } from '#postgres';

/** The position every read model has reached. Those that are stopped are passed over: they hold nobody up. */
export const lowestPosition = async <Tables>(db: Kysely<Tables>): Promise<Position> => {
  const { rows } = await sql<{ position: Position | null }>`
    select min(position) as position from read_models.projections where status = 'running'`.execute(db);
  return rows[0]?.position ?? 0;
};

/** The position every read model has reached that is not stopped. */
export const readPosition = (pool: Pool): Promise<Position> => lowestPosition(kyselyOver(pool));
