import type { Pool } from 'pg';
import type { EventStore } from '#event-store';
import { createPositionWaiter, readModelsDb, type Projector } from '#read-models';
import type { ProjectionHealth, Projections } from '../http/answer/projections.ts';

/** How far the read models are, told by the projector of this process or read from its checkpoints. */
export const createProjections = (
  store: EventStore,
  pool: Pool,
  projector: Pick<Projector, 'waitFor' | 'projectionStatus'> | undefined,
): Projections => ({
  waitFor: projector?.waitFor ?? createPositionWaiter(readModelsDb(pool)),
  async position() {
    const { rows } = await pool.query<{ position: string | null }>(
      "SELECT min(position) AS position FROM read_models.projections WHERE status = 'running'",
    );
    return Number(rows[0]?.position ?? 0);
  },
  status: () => projector?.projectionStatus() ?? statusFrom(pool, store),
});

const statusFrom = async (pool: Pool, store: EventStore): Promise<readonly ProjectionHealth[]> => {
  const head = await store.head();
  const { rows } = await pool.query<{ name: string; status: 'running' | 'stopped'; position: string }>(
    'SELECT name, status, position FROM read_models.projections ORDER BY name',
  );
  return rows.map(({ name, status, position }) => ({
    name,
    status,
    position: Number(position),
    lagEvents: Math.max(0, head - Number(position)),
  }));
};
