import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { describeErrors, readConfiguration, type Configuration } from '#configuration';
import { systemClock } from '#engine';
import { reachableDataDir } from '#postgres';
import { startCatchAll, type CatchAll } from '#reminders';
import { writePrivately } from '#service';
import { createSampleClock, ensureSample, NotTheSample } from './sample/ensure-sample.ts';
import { welcome } from './sample/welcome.ts';
import { builtConsole, forkImporter } from '../api/index.ts';
import { startSystem, type System } from './wiring/system.ts';

/** Starts Khéo in one process. With `--sample`: an invented province's data in an empty data directory. */
const main = async (): Promise<void> => {
  writePrivately();
  const withSample = process.argv.includes('--sample');
  const read = readConfiguration(process.env);
  if (read.kind === 'wrong') {
    fail(describeErrors(read.errors));
    return;
  }
  const config = { ...read.configuration, dataDir: await chooseDataDir(read.configuration) };
  if (withSample && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    fail('KHEO_HOST: dữ liệu mẫu chỉ chạy trên máy này / sample data is served on this machine only');
    return;
  }
  const logger = pino({ level: withSample && process.env.KHEO_LOG_LEVEL === undefined ? 'warn' : config.logLevel });
  const sampleClock = createSampleClock();
  const mailbox = withSample && config.smtpUrl === undefined ? await openMailbox(config.dataDir) : undefined;
  const starting = startSystem({
    config: mailbox === undefined ? config : { ...config, smtpUrl: mailbox.url, smtpTls: 'none' },
    clock: withSample ? sampleClock : systemClock,
    logger,
    remindersPaused: withSample,
    importer: forkImporter,
    console: builtConsole(import.meta.dirname),
  });
  stopOnSignal(starting, mailbox);
  const system = await starting;
  if (!withSample) {
    const url = await listen(system, config);
    process.stdout.write(`Khéo: ${url}\n`);
    return;
  }
  try {
    const sample = await ensureSample(system, sampleClock, config);
    system.reminders.resume();
    process.stdout.write(welcome(await listen(system, config), config.dataDir, { ...sample, mailbox }));
  } catch (error) {
    await system.stop();
    await mailbox?.stop();
    if (!(error instanceof NotTheSample)) throw error;
    fail(
      'KHEO_DATA_DIR: đã có dữ liệu khác, không nạp dữ liệu mẫu; hãy chọn thư mục khác / there is other data: choose another directory for the sample',
    );
  }
};

/** Nobody told where: under root `./data` may be where PostgreSQL cannot go. */
const chooseDataDir = async ({ dataDir, databaseUrl }: Configuration): Promise<string> => {
  const wanted = resolve(dataDir);
  if (process.env.KHEO_DATA_DIR || databaseUrl !== undefined) return wanted;
  const reachable = await reachableDataDir(wanted);
  if (reachable !== wanted) {
    process.stdout.write(
      `KHEO_DATA_DIR: PostgreSQL không vào được ${wanted}; dữ liệu nằm ở ${reachable} / PostgreSQL cannot reach it: the data is kept in ${reachable}\n`,
    );
  }
  return reachable;
};

/** A mail server on this machine, whose mails are files: the sample's people have no addresses that exist. */
const openMailbox = (dataDir: string): Promise<CatchAll> =>
  startCatchAll({ directory: join(dataDir, 'mail'), host: '127.0.0.1', port: 0 });

const listen = (system: System, { port, host }: { readonly port: number; readonly host: string }): Promise<string> =>
  system.api.listen(port, host).then(() => system.api.getUrl());

const fail = (text: string): void => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

/** The first signal ends cleanly, as the end of the program that started this one does; the same signal again does not wait. */
const stopOnSignal = (starting: Promise<System>, mailbox: CatchAll | undefined): void => {
  const told = new Set<string>();
  const stop = (by: string): void => {
    if (told.has(by)) process.exit(1);
    told.add(by);
    if (told.size > 1) return;
    // The terminal may be gone, and nobody reads this any more.
    process.stdout.on('error', () => undefined).write('\nĐang dừng… / Stopping…\n');
    const stopped = starting.then((system) => system.stop()).then(() => mailbox?.stop());
    stopped.then(
      () => process.exit(0),
      (error: unknown) => {
        fail(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  process.on('disconnect', () => stop('disconnect'));
};

main().catch((error: unknown) => {
  fail(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
