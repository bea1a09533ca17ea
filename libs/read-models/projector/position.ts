import { sql, type QueryExecutorProvider } from 'kysely';
import type { Position } from '#event-store';
import { kyselyOver, type Pool } from '#postgres';

/**
 * The position every read model has reached. Those that are stopped are passed over, so that they hold nobody up; those
 * named in `besides` count in any case.
 */
export const lowestPosition = async (db: QueryExecutorProvider, besides: readonly string[] = []): Promise<Position> => {
  const { rows } = await sql<{ position: Position | null }>`
    select min(position) as position from read_models.projections
    where status = 'running' or name = any(${besides}::text[])`.execute(db);
  return rows[0]?.position ?? 0;
};

/** The position every read model has reached that is not stopped. */
export const readPosition = (pool: Pool): Promise<Position> => lowestPosition(kyselyOver(pool));
