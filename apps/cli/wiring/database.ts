import { join, resolve } from 'node:path';
import { describeErrors, readConfiguration, type Configuration } from '#configuration';
import { createEventLog, type EventLog } from '#event-store';
import { assureDatabase, keepPrivate, type DatabaseAddress } from '#service';
import { logLocation, openEventStore } from '#event-store/open';
import {
  asAppRole,
  findEmbeddedPostgres,
  openPool,
  reachableDataDir,
  startEmbeddedPostgres,
  type Pool,
} from '#postgres';

export interface OpenDatabase {
  readonly store: EventLog;
  readonly pool: Pool;
  readonly config: Configuration;
}

/**
 * Works on the system's database as the application does: the one at `KHEO_DATABASE_URL`, the embedded one that is
 * running, or the embedded one started for the moment. Leaves nothing running that was not.
 */
export const withDatabase = async <T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> => {
  const read = readConfiguration(process.env);
  if (read.kind === 'wrong') throw new Error(describeErrors(read.errors));
  const config = read.configuration;
  const { close, ...address } = await reach(config);
  await assureDatabase(address);
  const url = asAppRole(address.databaseUrl);
  const pool = openPool({ url, name: 'kheo cli', connections: 8 });
  try {
    const store = createEventLog(await openEventStore(logLocation(config, url)));
    try {
      return await work({ store, pool, config });
    } finally {
      await store.close();
    }
  } finally {
    await pool.end();
    await close();
  }
};

interface Reached extends DatabaseAddress {
  readonly close: () => Promise<void>;
}

const reach = async (config: Configuration): Promise<Reached> => {
  const { databaseUrl, databaseAdminUrl } = config;
  const close = (): Promise<void> => Promise.resolve();
  if (databaseUrl !== undefined) return { databaseUrl, databaseAdminUrl, close };
  const wanted = resolve(config.dataDir);
  const directory = process.env.KHEO_DATA_DIR ? wanted : await reachableDataDir(wanted);
  await keepPrivate(directory);
  const dataDir = join(directory, 'postgres');
  const running = await findEmbeddedPostgres(dataDir);
  if (running !== undefined) return { databaseUrl: running.appUrl, close };
  const started = await startEmbeddedPostgres({ dataDir });
  return { databaseUrl: started.appUrl, databaseAdminUrl: started.adminUrl, close: () => started.stop() };
};
