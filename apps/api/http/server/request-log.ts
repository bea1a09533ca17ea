import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { KnownRequest } from '../access/principal.ts';
import type { RequestMetrics } from './metrics.ts';
import { traceparentOf } from './trace.ts';

/** One line a request: who, which route, how it ended, how long. Never a body, a query, a cookie or a key. */
export const useRequestLog = (server: FastifyInstance, logger: Logger, metrics: RequestMetrics): void => {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('traceparent', traceparentOf(request.id));
    reply.header('cache-control', 'no-store');
    done();
  });
  server.addHook('onResponse', (request: KnownRequest, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { principal } = request;
    const who = principal?.kind === 'person' ? { personId: principal.personId } : { consumer: principal?.consumer };
    const line = {
      traceId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...who,
      ...(request.refusedAs === undefined ? {} : { refusedAs: request.refusedAs }),
    };
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime);
    if (request.refusedAs === undefined) logger.debug(line, 'request');
    else logger.info(line, 'refused');
    done();
  });
};
