import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';

/** A Redis of this test run alone. */
export interface TestRedis {
  readonly url: string;
  /** Forgets everything, as an administrator's slip does. */
  flushAll(): Promise<void>;
  kill9(): Promise<void>;
  /** Starts it again on the same port and data, stopping it first when it runs. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 20_000;

/**
 * Starts the `redis-server` of this machine in a temporary directory on a free port of the loopback interface, with an
 * append-only file. Stop it in `afterAll`.
 *
 * @throws when there is no `redis-server`
 */
export async function startRedis(): Promise<TestRedis> {
  await promisify(execFile)('redis-server', ['--version']).catch(() => {
    throw new Error('redis-server is not on the PATH; on Debian: apt-get install redis-server');
  });
  const directory = await mkdtemp(join(tmpdir(), 'kheo-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(directory, port, url);
  const kill9 = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  return {
    url,
    flushAll: () =>
      asking(url, async (client) => {
        await client.flushall();
      }),
    kill9,
    restart: async () => {
      await kill9();
      server = await launch(directory, port, url);
    },
    stop: async () => {
      await kill9();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function launch(directory: string, port: number, url: string): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', dir: directory, appendonly: 'yes', save: '' };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn('redis-server', flags, { stdio: 'ignore' });
  for (const deadline = Date.now() + READY_TIMEOUT_MS; Date.now() < deadline;) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    if (
      await asking(url, (client) => client.ping()).then(
        () => true,
        () => false,
      )
    )
      return server;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  server.kill('SIGKILL');
  throw new Error(`redis-server is not ready on port ${port}`);
}

async function asking<T>(url: string, ask: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } finally {
    client.disconnect();
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        found(port);
      });
    });
  });
}
