import { randomBytes, randomUUID } from 'node:crypto';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { TrustedProxies } from '#configuration';
import { createEvidenceFiles } from '#evidence';
import { createEngine, systemClock, type Clock, type Engine } from '#engine';
import { createDecisionFacts, createRules, createIncidents } from '#use-cases';
import type { EventLog } from '#event-store';
import {
  createEpoch,
  createAccounts,
  createApiKeys,
  createDirectory,
  createPasswords,
  createSessions,
  NAME_LIMIT,
  type PasswordCost,
} from '#identity';
import { createImports, type ImportsOptions } from '#imports';
import { readModelsDb, type Projector } from '#read-models';
import {
  createDescribeRungs,
  createReminderService,
  createSendCode,
  type Mailer,
  type ReminderQueue,
} from '#reminders';
import { createStandings, createWebhookService, createWebhookSecrets, parseTargets } from '#webhooks';
import { PORTS, type Ports } from '../commands/ports.ts';
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
import { createSpool } from '../outgoing/spool.ts';
import { ApiModule } from './api-module.ts';
import { createProjections } from './projections.ts';

/** Milliseconds between two removals of what no longer admits anybody: an hour. */
const SWEEP_MS = 3_600_000;

/** What the api needs to be told: settings of the configuration, and two that only programs of this repository set. */
export interface ApiConfig {
  readonly dataDir: string;
  readonly trustProxy: TrustedProxies;
  readonly publicUrl?: string | undefined;
  /** Of signers and administrators; `optional` unless told. */
  readonly secondFactor?: 'optional' | 'demanded';
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  /** Requests a minute of one person; from one address four times as many. */
  readonly rateLimitPerMinute: number;
  /** Where webhooks may go; nowhere when absent. */
  readonly webhookTargets?: string | undefined;
  /** Failed sign-ins a minute from one address; 30 unless told. */
  readonly signInFailuresPerMinute?: number;
  /** Wrong passwords for one name that are free, and how long those after them keep it waiting; `NAME_LIMIT` unless told. */
  readonly signInFreeAttempts?: number;
  readonly signInLongestWaitSeconds?: number;
  readonly signInHalfLifeMinutes?: number;
  /** Cost of passwords' hashes; only tests make it cheaper. */
  readonly passwordCost?: PasswordCost;
}

export interface ApiOptions {
  readonly store: EventLog;
  /** The database of identities and read models; stays the caller's to end. */
  readonly pool: Pool;
  readonly logger: Logger;
  readonly config: ApiConfig;
  readonly clock?: Clock;
  readonly engine?: Engine;
  /** Sends codes that set a password; without it they are handed over in person. Stays the caller's to close. */
  readonly mailer?: Pick<Mailer, 'send'> | undefined;
  /** The queue of reminders, to tell whether it answers. */
  readonly queue?: Pick<ReminderQueue, 'ping' | 'counts'>;
  /** A projector in the same process, to tell its status; without it the status is read from the database. */
  readonly projector?: Pick<Projector, 'waitFor' | 'projectionStatus'>;
}

/** Makes the api, ready to listen or to be injected, on a database that is prepared (`migrateDatabase`). */
export const createApi = async (options: ApiOptions): Promise<NestFastifyApplication> => {
  const { pool, logger, config, clock = systemClock } = options;
  const http = { trustProxy: config.trustProxy, rateLimitPerMinute: config.rateLimitPerMinute * 4 };
  const metrics = createMetrics();
  const projections: Projections = createProjections({ ...options, clock }, options.projector);
  const { imports, ...others } = createPorts({ ...options, clock }, projections);
  const ports: Ports = { ...others, imports };
  const closing = new AbortController();
  const module = ApiModule.around([
    { provide: CLOSING, useValue: closing.signal },
    { provide: PORTS, useValue: ports },
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
  server.addHook('onClose', () => imports.stop());
  listRoutes(app);
  serveOpenApi(app);
  await app.init();
  await server.ready();
  return app;
};

const createPorts = (
  { store, pool, config, clock, mailer, logger, ...options }: ApiOptions & { readonly clock: Clock },
  projections: Projections,
) => {
  const engine = options.engine ?? createEngine({ store });
  const directory = createDirectory(store);
  const rules = createRules(store);
  const describe = createDescribeRungs({ engine, rules, directory });
  const times = { idleMinutes: config.sessionIdleMinutes, maxHours: config.sessionMaxHours };
  const ports = {
    store,
    engine,
    clock,
    newId: randomUUID,
    directory,
    rules,
    reminders: createReminderService({ pool, clock, describe }),
    decisionFacts: createDecisionFacts(engine, store),
    incidents: createIncidents(store),
    accounts: createAccounts({ pool, directory, random: randomBytes }, createPasswords(config.passwordCost), {
      freeAttempts: config.signInFreeAttempts ?? NAME_LIMIT.freeAttempts,
      longestLockSeconds: config.signInLongestWaitSeconds ?? NAME_LIMIT.longestLockSeconds,
      halfLifeMinutes: config.signInHalfLifeMinutes ?? NAME_LIMIT.halfLifeMinutes,
    }),
    sendCode:
      mailer && createSendCode({ mailer, now: () => clock.now(), newId: randomUUID, publicUrl: config.publicUrl }),
    sessions: createSessions(pool, times, randomBytes),
    apiKeys: createApiKeys(pool, randomBytes),
    files: createEvidenceFiles(`${config.dataDir}/evidence`),
    spool: createSpool(`${config.dataDir}/outgoing`),
    readModels: readModelsDb(pool),
    waitForReadModels: (position, timeoutMs) => projections.waitFor(position, timeoutMs),
    webhooks: createWebhookService({
      store,
      clock,
      secrets: createWebhookSecrets(pool, randomBytes),
      standings: createStandings(pool),
      targets: parseTargets(config.webhookTargets),
    }),
  } satisfies Omit<Ports, 'imports'>;
  return { ...ports, imports: createImports({ pool, ports, files: ports.files, told: telling(logger) }) };
};

/** What becomes of imports, without what a list says. */
const telling =
  (logger: Logger): ImportsOptions['told'] =>
  (news) => {
    if (news.kind === 'over') logger.info(news.import, 'an import is over');
    else if (news.kind === 'interrupted') logger.warn({ err: news.error }, 'an import was interrupted, and goes on');
    else logger.error({ importId: news.importId, err: news.error }, 'a row of an import failed');
  };
