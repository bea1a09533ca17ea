import { createMemoryEventStore } from '#event-store/memory';
import { createEventLog, type EventLog } from '#event-store';
import type { TestPostgres } from '#support';
import { appendAll, type Happening } from '#support/histories';
import { openPool, type Pool } from '#postgres';
import { readModelsDb, type ReadModelsDb } from '../database.ts';
import { startProjector, type Projector, type ProjectorOptions } from '../projector/projector.ts';
import type { ProjectorLogger } from '../projector/follow-with.ts';

/** A log in memory, read models in a database of their own, and a projector between them. */
export interface ProjectedLog {
  readonly store: EventLog;
  readonly pool: Pool;
  readonly db: ReadModelsDb;
  readonly projector: Projector;
  /** Appends and waits until every read model has seen it. */
  happens(happenings: readonly Happening[]): Promise<void>;
  close(): Promise<void>;
}

export const quietLogger: ProjectorLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const clock = { now: () => '2026-12-01T01:00:00.000Z' };

export const openProjectedLog = async (
  server: TestPostgres,
  options: Partial<ProjectorOptions> = {},
): Promise<ProjectedLog> => {
  const { url } = await server.createDatabase();
  const store = createEventLog(createMemoryEventStore());
  const pool = openPool({ url: url, name: 'test', connections: 8 });
  const projector = await startProjector({ store, pool, clock, logger: quietLogger, ...options });
  return {
    store,
    pool,
    db: readModelsDb(pool),
    projector,
    happens: async (happenings) => {
      const position = await appendAll(store, happenings);
      if (!(await projector.waitFor(position, 10_000))) throw new Error('the projector did not keep up');
    },
    close: async () => {
      await projector.stop();
      await pool.end();
      await store.close();
    },
  };
};
