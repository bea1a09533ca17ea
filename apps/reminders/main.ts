import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { systemClock } from '#engine';
import { openHealthServer, openMailer, runChecks, runService } from '#service';
import { openQueue } from './wiring/open-queue.ts';
import { RemindersModule } from './wiring/reminders.module.ts';

await runService({
  name: 'reminders',
  connections: 20,
  start: async ({ configuration, logger, store, pool, databaseUrl }) => {
    const { publicUrl, sweepSeconds, healthHost: host, healthPort: port } = configuration;
    const queue = openQueue({ ...configuration, databaseUrl }, logger);
    const mailer = openMailer(configuration);
    const module = RemindersModule.on({
      ...{ store, pool, logger, publicUrl, clock: systemClock, queue, mailer },
      options: { sweepMs: sweepSeconds * 1000 },
    });
    const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const checks = {
      log: async () => ({ head: await store.head() }),
      database: async () => {
        await pool.query('select 1');
        return undefined;
      },
      queue: async () => {
        await queue.ping();
        return queue.counts();
      },
    };
    const readiness = async () => {
      const standing = await runChecks(checks, (name, error) =>
        logger.warn({ err: error, check: name }, 'a check of health failed'),
      );
      return { ready: Object.values(standing).every(({ status }) => status === 'up'), standing };
    };
    const health = await openHealthServer({ host, port, registry, readiness });
    logger.info({ port: health.port }, 'tells how it is');
    return {
      stop: async () => {
        await health.close();
        await app.close();
      },
    };
  },
});
