import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { pino } from 'pino';
import { describeErrors, readConfiguration } from '#configuration';
import { systemClock } from '#engine';
import { createPostgresEventStore } from '#event-store/postgres';
import { openMailer, openQueue } from './wiring/open-transports.ts';
import { RemindersModule } from './wiring/reminders.module.ts';

const CONNECTIONS = 20;

const read = readConfiguration(process.env);
if (read.kind === 'wrong') {
  process.stderr.write(`${describeErrors(read.errors)}\n`);
  process.exit(1);
}
const { databaseUrl, logLevel, publicUrl, sweepSeconds } = read.configuration;
if (databaseUrl === undefined) {
  process.stderr.write('- KHEO_DATABASE_URL: bắt buộc\n  KHEO_DATABASE_URL is required\n');
  process.exit(1);
}

const logger = pino({ level: logLevel, name: 'reminders' });
const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });
pool.on('error', (error) => logger.warn({ err: error }, 'an idle connection was lost'));
const store = await createPostgresEventStore({
  url: databaseUrl,
  onConnectionLost: (error) => logger.warn({ err: error }, 'a connection to the log was lost'),
});
const module = RemindersModule.on({
  ...{ store, pool, logger, publicUrl, clock: systemClock },
  queue: openQueue({ ...read.configuration, databaseUrl }, logger),
  mailer: openMailer(read.configuration),
  options: { sweepMs: sweepSeconds * 1000 },
});
const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
app.enableShutdownHooks();
logger.info({ pid: process.pid }, 'reminders are sent');
