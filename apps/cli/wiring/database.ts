import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeErrors, readConfiguration, type Configuration } from '#configuration';
import { createEventLog, type EventLog } from '#event-store';
import { assureDatabase, keepPrivate, type DatabaseAddress } from '#service';
import { logLocation, openEventStore } from '#event-store/open';
import {
  asAppRole,
  errorCodeOf,
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
 *
 * @throws in both languages where there is no embedded database yet, unless it may be made (`mayBeNew`): nothing is
 */
export const withDatabase = async <T>(
  work: (database: OpenDatabase) => Promise<T>,
  { mayBeNew }: Opening = { mayBeNew: false },
): Promise<T> => {
  const read = readConfiguration(process.env);
  if (read.kind === 'wrong') throw new Error(describeErrors(read.errors));
  const config = read.configuration;
  const { close, ...address } = await reach(config, mayBeNew);
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

interface Opening {
  readonly mayBeNew: boolean;
}

interface Reached extends DatabaseAddress {
  readonly close: () => Promise<void>;
}

const reach = async (config: Configuration, mayBeNew: boolean): Promise<Reached> => {
  const { databaseUrl, databaseAdminUrl } = config;
  const close = (): Promise<void> => Promise.resolve();
  if (databaseUrl !== undefined) return { databaseUrl, databaseAdminUrl, close };
  const wanted = resolve(config.dataDir);
  const directory = process.env.KHEO_DATA_DIR ? wanted : await reachableDataDir(wanted);
  const dataDir = join(directory, 'postgres');
  if (!mayBeNew && !(await isThere(dataDir))) throw new Error(notSetUpIn(directory));
  await keepPrivate(directory);
  const running = await findEmbeddedPostgres(dataDir);
  if (running !== undefined) return { databaseUrl: running.appUrl, close };
  const started = await startEmbeddedPostgres({ dataDir });
  return { databaseUrl: started.appUrl, databaseAdminUrl: started.adminUrl, close: () => started.stop() };
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCodeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );

const notSetUpIn = (directory: string): string =>
  `Chưa cài đặt ở ${directory}; kiểm tra KHEO_DATA_DIR, hoặc cài đặt bằng kheo setup.\n` +
  `Nothing is set up in ${directory}: check KHEO_DATA_DIR, or set it up by kheo setup.`;
