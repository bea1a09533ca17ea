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
  server.addHook('preClose', (done) => {
    closing.abort();
    const idle = setInterval(() => server.server.closeIdleConnections(), LOOK_MS).unref();
    const cut = setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
    server.server.once('close', () => {
      clearInterval(idle);
      clearTimeout(cut);
    });
    done();
  });
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
