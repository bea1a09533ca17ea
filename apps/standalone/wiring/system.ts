import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { createEngine, type Clock, type Engine } from '#engine';
import { createEventLog, type EventLog } from '#event-store';
import { logLocation, openEventStore } from '#event-store/open';
import type { Configuration } from '#configuration';
import { openPool } from '#postgres';
import type { Mailer } from '#reminders';
import { keepPrivate, openMailer } from '#service';
import { createApi, PORTS, type ApiConfig, type forkImporter, type Ports } from '../../api/index.ts';
import { startProjectorApp, type ProjectorApp } from '../../projector/index.ts';
import { openQueue, startRemindersApp, type RemindersApp } from '../../reminders/index.ts';
import { openDatabase } from './database.ts';

export interface SystemOptions {
  readonly config: ApiConfig &
    Partial<
      Pick<Configuration, 'log' | 'eventStoreUrl' | 'smtpUrl' | 'mailFrom' | 'smtpTls' | 'redisUrl' | 'sweepSeconds'>
    > & {
      readonly databaseUrl?: string | undefined;
      readonly databaseAdminUrl?: string | undefined;
    };
  /** Instead of the mail server that is configured. Stays the caller's to close. */
  readonly mailer?: Mailer;
  /** Nothing is due by itself until `reminders.resume()`: for a clock that goes through the past. */
  readonly remindersPaused?: boolean;
  /** Makes who carries out imports; the api itself does when absent. */
  readonly importer?: typeof forkImporter;
  /** Folder of the console as it was built; without it no page is served. */
  readonly console?: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The whole of Khéo in one process: api, projector, reactions and reminders on one PostgreSQL. */
export interface System {
  readonly api: NestFastifyApplication;
  readonly projector: ProjectorApp;
  readonly reminders: RemindersApp;
  readonly store: EventLog;
  readonly engine: Engine;
  /** What use cases act through, for whoever plays without HTTP. */
  readonly ports: Ports;
  /** Answers what was asked, ends what is at hand, closes the database. */
  stop(): Promise<void>;
}

const CONNECTIONS = 20;

/** Starts everything but does not listen yet. A failed start leaves nothing running. */
export const startSystem = async ({ config, clock, logger, ...options }: SystemOptions): Promise<System> => {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
  };
  try {
    await keepPrivate(config.dataDir);
    const database = await openDatabase(config);
    closers.push(database.close);
    const lost = (error: Error) => {
      logger.warn({ err: error }, 'a connection to the database was lost');
    };
    const location = logLocation(config, database.url);
    const store = createEventLog(await openEventStore(location, { onConnectionLost: lost }));
    closers.push(() => store.close());
    const pool = openPool({ url: database.url, name: 'kheo standalone', connections: CONNECTIONS, onLost: lost });
    closers.push(() => pool.end());
    const engine = createEngine({ store });
    const projector = await startProjectorApp({
      store,
      pools: { readModels: pool },
      clock,
      logger,
      engine,
      webhookTargets: config.webhookTargets,
    });
    closers.push(() => projector.stop());
    const queue = openQueue({ redisUrl: config.redisUrl, databaseUrl: database.queueUrl }, logger);
    closers.push(() => queue.close());
    const mailer = options.mailer ?? openMailer(config);
    if (mailer !== undefined && options.mailer === undefined) closers.push(() => mailer.close());
    const reminders = await startRemindersApp({
      ...{ store, engine, pool, queue, mailer, clock, logger, publicUrl: config.publicUrl },
      options: {
        startPaused: options.remindersPaused ?? false,
        ...(config.sweepSeconds === undefined ? {} : { sweepMs: config.sweepSeconds * 1000 }),
      },
    });
    closers.push(() => reminders.stop());
    const importer = options.importer?.({ pool, logger, env: importerEnv(config, database.url) });
    const api = await createApi({
      ...{ store, pool, logger, config, clock, engine, queue, mailer },
      projector: projector.projector,
      ...(importer === undefined ? {} : { importer }),
      console: options.console,
    });
    closers.push(() => api.close());
    return { api, projector, reminders, store, engine, ports: api.get<Ports>(PORTS), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The embedded PostgreSQL, and a data directory that was chosen, stand in no environment. */
const importerEnv = ({ dataDir, databaseUrl }: SystemOptions['config'], url: string) => ({
  KHEO_DATA_DIR: dataDir,
  ...(databaseUrl === undefined ? { KHEO_DATABASE_URL: url } : {}),
});
