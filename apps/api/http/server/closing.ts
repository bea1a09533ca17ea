import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Injection token of an `AbortSignal` that tells requests which wait for news that the server closes. */
export const CLOSING = Symbol('closing');

/** Milliseconds a request at hand may take once the server closes. */
const GRACE_MS = 10_000;
const LOOK_MS = 50;

/**
 * Lets requests at hand end, but nobody hold up the end: what waits for news is told at once, a connection is closed as
 * soon as it has nothing to do, and whatever is still open after {@link GRACE_MS} is cut.
 */
export const closeGracefully = (server: FastifyInstance, closing: AbortController): void => {
  const unasked = connectionsWithoutRequest(server);
  server.addHook('preClose', (done) => {
    closing.abort();
    const idle = setInterval(() => {
      server.server.closeIdleConnections();
      for (const connection of unasked) connection.destroy();
    }, LOOK_MS).unref();
    const cut = setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
    server.server.once('close', () => {
      clearInterval(idle);
      clearTimeout(cut);
    });
    done();
  });
};

/** Browsers connect beforehand, for what they may ask later: Node takes such a connection for one that is busy. */
const connectionsWithoutRequest = ({ server }: FastifyInstance): ReadonlySet<Socket> => {
  const unasked = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    unasked.add(connection);
    connection.once('close', () => unasked.delete(connection));
  });
  server.on('request', ({ socket }: IncomingMessage) => unasked.delete(socket));
  return unasked;
};

/** Does something now and then until the server closes; a failure is told and the next time tried again. */
export const everyNowAndThen = (
  server: FastifyInstance,
  milliseconds: number,
  job: () => Promise<void>,
  failed: (error: unknown) => void,
): void => {
  const timer = setInterval(() => void job().catch(failed), milliseconds).unref();
  server.addHook('preClose', (done) => {
    clearInterval(timer);
    done();
  });
};
