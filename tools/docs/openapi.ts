import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PORTS } from '../../apps/api/commands/ports.ts';
import { EPOCH } from '../../apps/api/feed/feed.controller.ts';
import { CLOSING } from '../../apps/api/http/server/closing.ts';
import { METRICS } from '../../apps/api/http/server/metrics.ts';
import { QUEUE_HEALTH } from '../../apps/api/http/answer/queue-health.ts';
import { PERSON_LIMIT, SIGN_IN_LIMIT } from '../../apps/api/http/access/minute-limit.ts';
import { PROJECTIONS } from '../../apps/api/http/answer/projections.ts';
import { buildOpenApi } from '../../apps/api/http/openapi.ts';
import { LOGGER } from '../../apps/api/http/answer/problem.filter.ts';
import { COOKIE } from '../../apps/api/http/access/cookie.ts';
import { SECOND_FACTOR } from '../../apps/api/http/access/doorkeeper.ts';
import { ApiModule } from '../../apps/api/wiring/api-module.ts';
import type { OpenApi } from './api.ts';

/** What the api is made around; the description needs none of it. */
const given = [
  PORTS,
  PROJECTIONS,
  LOGGER,
  METRICS,
  QUEUE_HEALTH,
  EPOCH,
  CLOSING,
  COOKIE,
  PERSON_LIMIT,
  SECOND_FACTOR,
  SIGN_IN_LIMIT,
];

/** The OpenAPI document of the api, without a database: in preview nothing of it is started. */
export async function describeApi(): Promise<OpenApi> {
  const module = ApiModule.around(given.map((token) => ({ provide: token, useValue: {} })));
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return buildOpenApi(app) as unknown as OpenApi;
}
