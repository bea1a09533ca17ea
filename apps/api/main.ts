import { Pool } from 'pg';
import { pino } from 'pino';
import { describeErrors, readConfiguration } from '#configuration';
import { createPostgresEventStore } from '#event-store/postgres';
import { createApi } from './wiring/create-api.ts';

const CONNECTIONS = 20;

const read = readConfiguration(process.env);
if (read.kind === 'wrong') {
  process.stderr.write(`${describeErrors(read.errors)}\n`);
  process.exit(1);
}
const { databaseUrl, logLevel, host, port } = read.configuration;
if (databaseUrl === undefined) {
  process.stderr.write('- KHEO_DATABASE_URL: bắt buộc\n  KHEO_DATABASE_URL is required\n');
  process.exit(1);
}

const logger = pino({ level: logLevel, name: 'api' });
const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });
pool.on('error', (error) => logger.warn({ err: error }, 'an idle connection was lost'));
const store = await createPostgresEventStore({
  url: databaseUrl,
  onConnectionLost: (error) => logger.warn({ err: error }, 'a connection to the log was lost'),
});
const app = await createApi({ store, pool, logger, config: read.configuration });

/** Takes no more requests, ends those at hand, then lets the database go. */
const stop = async (): Promise<void> => {
  await app.close();
  await store.close();
  await pool.end();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

await app.listen(port, host);
logger.info({ host, port }, 'the api listens');
