import { randomUUID } from 'node:crypto';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { systemClock } from '#engine';
import { createEpoch } from '#identity';
import { createImports } from '#imports';
import { PORTS, type Ports } from '../commands/ports.ts';
import { serveConsole } from '../console/serve-console.ts';
import { EPOCH } from '../feed/feed.controller.ts';
import { QUEUE_HEALTH, queueHealth } from '../http/answer/queue-health.ts';
import { createMinuteLimit, PERSON_LIMIT, SIGN_IN_LIMIT } from '../http/access/minute-limit.ts';
import { PROJECTIONS, type Projections } from '../http/answer/projections.ts';
import { serveOpenApi } from '../http/openapi.ts';
import { LOGGER } from '../http/answer/problem.filter.ts';
import { listRoutes } from '../http/routes.ts';
import { closeGracefully, CLOSING, everyNowAndThen } from '../http/server/closing.ts';
import { createAdapter, equipServer } from '../http/server/create-server.ts';
import { createMetrics, METRICS } from '../http/server/metrics.ts';
import { COOKIE, sessionCookie } from '../http/access/cookie.ts';
import { SECOND_FACTOR } from '../http/access/doorkeeper.ts';
import { rowOutcome } from '../imports/import-texts.ts';
import { startImporter } from '../importer/importer.ts';
import { ApiModule } from './api-module.ts';
import type { ApiOptions } from './api-options.ts';
import { createPorts } from './create-ports.ts';
import { createProjections } from './projections.ts';

/** Milliseconds between two removals of what no longer admits anybody: an hour. */
const SWEEP_MS = 3_600_000;

/** Makes the api, ready to listen or to be injected, on a database that is prepared (`migrateDatabase`). */
export const createApi = async (options: ApiOptions): Promise<NestFastifyApplication> => {
  const { pool, logger, config, clock = systemClock } = options;
  const http = { trustProxy: config.trustProxy, rateLimitPerMinute: config.rateLimitPerMinute * 4 };
  const metrics = createMetrics();
  const projections: Projections = createProjections({ ...options, clock }, options.projector);
  const ports = createPorts({ ...options, clock }, projections);
  const importer = options.importer ?? startImporter({ pool, ports, files: ports.files, logger, rowOutcome });
  const closing = new AbortController();
  const module = ApiModule.around([
    { provide: CLOSING, useValue: closing.signal },
    {
      provide: PORTS,
      useValue: { ...ports, importer, imports: createImports({ pool, ports }, importer) } satisfies Ports,
    },
    { provide: PROJECTIONS, useValue: projections },
    { provide: LOGGER, useValue: logger },
    { provide: METRICS, useValue: metrics },
    { provide: QUEUE_HEALTH, useValue: queueHealth(options.queue) },
    { provide: EPOCH, useValue: await createEpoch(pool, randomUUID) },
    { provide: SECOND_FACTOR, useValue: config.secondFactor ?? 'optional' },
    { provide: COOKIE, useValue: sessionCookie(config.publicUrl) },
    { provide: PERSON_LIMIT, useValue: createMinuteLimit(config.rateLimitPerMinute, 'too-many-requests', clock) },
    {
      provide: SIGN_IN_LIMIT,
      useValue: createMinuteLimit(config.signInFailuresPerMinute ?? 30, 'too-many-attempts', clock),
    },
  ]);
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(http), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  await equipServer(app, http, logger, metrics);
  const server = app.getHttpAdapter().getInstance();
  closeGracefully(server, closing);
  everyNowAndThen(
    server,
    SWEEP_MS,
    async () => {
      await ports.sessions.sweep(clock.now());
      await ports.accounts.sweep(clock.now());
    },
    (error) => logger.warn({ err: error }, 'expired sessions, codes and passwords were not removed'),
  );
  server.addHook('onClose', () => importer.stop());
  listRoutes(app);
  serveOpenApi(app);
  if (options.console !== undefined) await serveConsole(server, options.console);
  await app.init();
  await server.ready();
  return app;
};
