import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { TrustedProxies } from '#configuration';
import { knowAskers } from '../../commands/asker.ts';
import { refusalOf, sendProblem } from '../answer/problem.filter.ts';
import { Refusal } from '../problem/problem.ts';
import { MAX_BODY_BYTES, useBodyParsers } from './body-parsers.ts';
import type { RequestMetrics } from './metrics.ts';
import { readableFor, useAddresses } from './addresses.ts';
import { useRequestLog } from './request-log.ts';
import { traceIdOf } from './trace.ts';

export interface HttpOptions {
  /** Of those that are counted every request must pass all: an address further away is what the caller says it is. */
  readonly trustProxy: TrustedProxies;
  /** Requests a minute from one address. */
  readonly rateLimitPerMinute: number;
}

export const createAdapter = ({ trustProxy }: HttpOptions): FastifyAdapter =>
  new FastifyAdapter({
    logger: false,
    trustProxy: typeof trustProxy === 'object' ? [...trustProxy] : (_address, hop) => hop < Number(trustProxy),
    bodyLimit: MAX_BODY_BYTES,
    genReqId: traceIdOf,
    rewriteUrl: ({ url = '/' }) => readableFor(url),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(refusalOf(error), request, reply);
    },
  });

/** Headers, limits, parsers, logs: all that holds for every route. */
export const equipServer = async (
  app: NestFastifyApplication,
  options: HttpOptions,
  logger: Logger,
  metrics: RequestMetrics,
): Promise<void> => {
  const server = app.getHttpAdapter().getInstance();
  useRequestLog(server, logger, metrics);
  await server.register(helmet, { contentSecurityPolicy: { directives: CSP } });
  useAddresses(server);
  await server.register(rateLimit, {
    max: options.rateLimitPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      new Refusal('too-many-requests', { headers: { 'retry-after': String(Math.ceil(context.ttl / 1000)) } }),
  });
  await server.register(cookie);
  useBodyParsers(server);
  await server.register(multipart);
  knowAskers(server);
};

/** What a browser may do with our answers: run nothing but our own; the page of the API has its styles and images inline. */
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};
