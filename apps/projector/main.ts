import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { pino } from 'pino';
import { describeErrors, readConfiguration } from '#configuration';
import { systemClock } from '#engine';
import { createPostgresEventStore } from '#event-store/postgres';
import { ProjectorModule } from './wiring/projector.module.ts';

const READ_MODEL_CONNECTIONS = 12;

const read = readConfiguration(process.env);
if (read.kind === 'wrong') {
  process.stderr.write(`${describeErrors(read.errors)}\n`);
  process.exit(1);
}
const { databaseUrl, logLevel } = read.configuration;
if (databaseUrl === undefined) {
  process.stderr.write('- KHEO_DATABASE_URL: bắt buộc\n  KHEO_DATABASE_URL is required\n');
  process.exit(1);
}

const logger = pino({ level: logLevel, name: 'projector' });
const readModels = new Pool({ connectionString: databaseUrl, max: READ_MODEL_CONNECTIONS });
readModels.on('error', (error) => logger.warn({ err: error }, 'an idle connection was lost'));
const store = await createPostgresEventStore({
  url: databaseUrl,
  onConnectionLost: (error) => logger.warn({ err: error }, 'a connection to the log was lost'),
});
const module = ProjectorModule.on({
  store,
  pools: { readModels },
  clock: systemClock,
  logger,
  webhookTargets: read.configuration.webhookTargets,
});
const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
app.enableShutdownHooks();
logger.info({ pid: process.pid }, 'the projector follows the log');
