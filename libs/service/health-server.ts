import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface HealthServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Whether this process can do its work, and how it stands. Must not reject. */
  readonly readiness: () => Promise<{ readonly ready: boolean; readonly standing: object }>;
  readonly registry: Registry;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What a process without an API tells of itself: `/health/live`, `/health/ready`, `/metrics`. */
export async function openHealthServer({ host, port, ...telling }: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    answer(request.method === 'GET' ? request.url : undefined, response, telling).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, host, listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  path: string | undefined,
  response: ServerResponse,
  { readiness, registry }: Pick<HealthServerOptions, 'readiness' | 'registry'>,
): Promise<void> {
  switch (path) {
    case '/health/live':
      tell(response, 200, { status: 'live' });
      return;
    case '/health/ready': {
      const { ready, standing } = await readiness();
      tell(response, ready ? 200 : 503, { status: ready ? 'ready' : 'degraded', ...standing });
      return;
    }
    case '/metrics':
      await readiness(); // so that what it measures is of this moment
      response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
      return;
    default:
      tell(response, 404, { status: 'unknown' });
  }
}

function tell(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
