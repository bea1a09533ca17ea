import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** An HTTP server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it and waits until it has. */
  stop(): Promise<void>;
}

const READY_MS = 30_000;

/** The api as it is operated: `apps/api/main.ts`. The limit on requests is out of the way. */
export const startApiProcess = (databaseUrl: string, dataDir: string): Promise<ServerProcess> =>
  startProcess('../../../apps/api/main.js', (port) => ({
    args: [],
    env: {
      ...process.env,
      KHEO_DATABASE_URL: databaseUrl,
      KHEO_DATA_DIR: dataDir,
      KHEO_PORT: String(port),
      KHEO_RATE_LIMIT_PER_MINUTE: '1000000',
    },
  }));

/** What keeps the read models: `apps/projector/main.ts`. */
export const startProjectorProcess = (databaseUrl: string): Promise<ServerProcess> =>
  startProcess('../../../apps/projector/main.js', (port) => ({
    args: [],
    env: { ...process.env, KHEO_DATABASE_URL: databaseUrl, KHEO_HEALTH_PORT: String(port) },
  }));

/** The bare route on a pool of so many connections. */
export const startBareProcess = (databaseUrl: string, connections: number): Promise<ServerProcess> =>
  startProcess('./bare-server.js', (port) => ({
    args: [databaseUrl, String(connections), String(port)],
    env: process.env,
  }));

/** A bare server of server-sent events. */
export const startBareSseProcess = (): Promise<ServerProcess> =>
  startProcess('../sse/bare-sse-server.js', (port) => ({ args: [String(port)], env: process.env }));

async function startProcess(
  program: string,
  settings: (port: number) => { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv },
): Promise<ServerProcess> {
  const port = await freePort();
  const { args, env } = settings(port);
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  const until = performance.now() + READY_MS;
  while (!(await isLive(url))) {
    if (child.exitCode === null && performance.now() < until) continue;
    await stop();
    throw new Error(`${program} did not start`);
  }
  return { url, stop, pid: child.pid ?? 0 };
}

async function isLive(url: string): Promise<boolean> {
  await new Promise((wake) => setTimeout(wake, 50));
  return fetch(`${url}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
