import type { FastifyReply } from 'fastify';
import { headerOf, malformed } from '../access/headers.ts';
import type { KnownRequest } from '../access/principal.ts';

/** Begins an endless answer of server-sent events: what holds it up on the way (caches, buffers of proxies) is told not to. */
export const beginEventStream = (reply: FastifyReply): void => {
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
};

/** The position after which a stream goes on; undefined where none is told, or an empty one, as the standard of event streams says. */
export const lastEventId = (request: KnownRequest): number | undefined => {
  const last = headerOf(request, 'last-event-id') || undefined;
  if (last !== undefined && !(/^\d{1,16}$/u.test(last) && Number.isSafeInteger(Number(last))))
    throw malformed('Last-Event-ID', 'not-a-whole-number');
  return last === undefined ? undefined : Number(last);
};
