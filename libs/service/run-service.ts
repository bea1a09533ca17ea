import { pino, type Logger } from 'pino';
import { describeErrors, readConfiguration, type Configuration } from '#configuration';
import { createEventLog, type EventLog } from '#event-store';
import { logLocation, openEventStore } from '#event-store/open';
import { assureDatabase } from './migrate-database.ts';
import { asAppRole, openPool, type Pool, type PoolOptions } from '#postgres';

/** What every process of Khéo runs on. */
interface Service {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly store: EventLog;
  /** Acts as `kheo_app`. */
  readonly pool: Pool;
  /** As it was configured: for roles of other parts. */
  readonly databaseUrl: string;
}

/** A process at work. */
interface Running {
  /** Takes nothing new, ends what is at hand. Store and pool are closed afterwards. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly name: string;
  /** Connections to PostgreSQL, those of the log not among them. */
  readonly connections: number;
  readonly start: (service: Service) => Promise<Running>;
}

/**
 * What the process ends with. Starting again helps after all but `misconfigured`; after `outOfReach` once somebody brought
 * back or prepared what it needs, of which it says what.
 */
const EXIT = { stopped: 0, misconfigured: 1, outOfReach: 2, notStoppedInTime: 3 } as const;

/** Milliseconds within which a process that was told to stop is gone. */
const STOP_WITHIN_MS = 25_000;

/**
 * Runs a process of its own from its environment: says everything that is wrong with the configuration at once, prepares
 * and opens log and database, and stops cleanly at the first SIGTERM or SIGINT, or when the process that forked it is gone;
 * the same signal again does not wait.
 */
export async function runService({ name, connections, start }: ServiceOptions): Promise<void> {
  const read = readConfiguration(process.env, { needs: ['databaseUrl'] });
  if (read.kind === 'wrong') {
    process.stderr.write(`${describeErrors(read.errors)}\n`);
    process.exit(EXIT.misconfigured);
  }
  const { configuration } = read;
  const logger = pino({ level: configuration.logLevel, name });
  try {
    const closers: (() => Promise<void>)[] = [];
    stopOnSignal(logger, closers);
    const service = await open(configuration, logger, { name: `kheo ${name}`, connections }, closers);
    const running = await start(service);
    closers.push(() => running.stop());
    logger.info({ pid: process.pid, log: configuration.log }, `${name} runs`);
  } catch (error) {
    logger.fatal({ err: error }, `${name} cannot start`);
    process.exit(EXIT.outOfReach);
  }
}

async function open(
  configuration: Configuration,
  logger: Logger,
  sizes: Pick<PoolOptions, 'name' | 'connections'>,
  closers: (() => Promise<void>)[],
): Promise<Service> {
  const databaseUrl = configuration.databaseUrl ?? '';
  const onConnectionLost = (error: Error) => logger.warn({ err: error }, 'a connection to the database was lost');
  await assureDatabase({ ...configuration, databaseUrl });
  const url = asAppRole(databaseUrl);
  const pool = openPool({ url, ...sizes, onLost: onConnectionLost });
  closers.push(() => pool.end());
  const store = createEventLog(await openEventStore(logLocation(configuration, url), { onConnectionLost }));
  closers.push(() => store.close());
  return { configuration, logger, store, pool, databaseUrl };
}

/** What was opened last is closed first. */
function stopOnSignal(logger: Logger, closers: (() => Promise<void>)[]): void {
  const told = new Set<string>();
  const stop = async (signal: string): Promise<void> => {
    if (told.has(signal)) process.exit(EXIT.notStoppedInTime);
    told.add(signal);
    if (told.size > 1) return;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error('did not stop in time');
      process.exit(EXIT.notStoppedInTime);
    }, STOP_WITHIN_MS).unref();
    for (let close = closers.pop(); close; close = closers.pop())
      await close().catch((error: unknown) => logger.warn({ err: error }, 'could not be closed'));
    process.exit(EXIT.stopped);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => void stop('disconnect'));
}
