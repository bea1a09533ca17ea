import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  startEventStoreDbProcess,
  startPostgres,
  startRedis,
  startSmtp,
  type TestDatabase,
  type TestEventStoreDbProcess,
  type TestPostgres,
  type TestRedis,
  type TestSmtp,
} from '#support';
import { composed, image, root, type Service } from './composed.ts';

const run = promisify(execFile);
const STOP_MS = 25_000;
const READY_MS = 60_000;

let folder: string;
let postgres: TestPostgres;
let redis: TestRedis;
let smtp: TestSmtp;
let eventStore: TestEventStoreDbProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-docker-'));
  [postgres, redis, smtp, eventStore] = await Promise.all([
    startPostgres(),
    startRedis(),
    startSmtp(),
    startEventStoreDbProcess(),
  ]);
});
afterAll(async () => {
  await Promise.all([postgres.stop(), redis.stop(), smtp.stop(), eventStore.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const lastingPrograms = (file: string): readonly string[] =>
  Object.entries(composed(file).services)
    .filter(([, { image: name, restart }]) => name === 'kheo' && restart !== 'no')
    .map(([name]) => name);

describe('the commands of the containers', () => {
  it('prepare the cluster, start each of its programs, ready by the health check, and stop it in time', async () => {
    const file = 'docker/compose.yaml';
    const database = await postgres.createDatabase();
    const { services } = composed(file);
    const migrate = await local('migrate', pick(services, 'migrate'), database);
    for (let time = 0; time < 2; time++) await run(process.execPath, migrate.args, { cwd: root, env: migrate.env });

    const names = lastingPrograms(file);
    expect(names).toHaveLength(6);
    const started = await Promise.all(
      names.map(async (name) => start(name, await local(name, pick(services, name), database))),
    );
    try {
      for (const program of started) await program.untilHealthy();
      expect(await Promise.all(started.map((program) => program.stop()))).toEqual(names.map(() => 0));
      for (const program of started) expect(await program.healthy()).toBe(false);
    } finally {
      for (const program of started) program.child.kill('SIGKILL');
    }
  });

  it('start the single edition, ready by the health check, and stop it in time', async () => {
    const file = 'docker/compose.single.yaml';
    const database = await postgres.createDatabase();
    const [name = '', ...more] = lastingPrograms(file);
    expect(more).toEqual([]);
    const program = start(name, await local(name, pick(composed(file).services, name), database));
    try {
      await program.untilHealthy();
      expect(await program.stop()).toBe(0);
      expect(await program.healthy()).toBe(false);
    } finally {
      program.child.kill('SIGKILL');
    }
  });
});

const pick = (services: Readonly<Record<string, Service>>, name: string): Service => {
  const service = services[name];
  if (service === undefined) throw new Error(`no service ${name}`);
  return service;
};

interface Local {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** The command and the environment of a container, with the servers of this test in place of the other containers. */
async function local(name: string, service: Service, database: TestDatabase): Promise<Local> {
  const place = join(folder, `${name}-${Math.random().toString(36).slice(2)}`);
  await mkdir(join(place, 'secrets'), { recursive: true });
  const secrets: Readonly<Record<string, string>> = {
    database_url: database.url,
    database_admin_url: database.adminUrl,
    eventstore_url: eventStore.url,
    redis_url: redis.url,
    smtp_url: smtp.url,
  };
  for (const secret of service.secrets ?? [])
    await writeFile(join(place, 'secrets', secret), `${secrets[secret] ?? ''}\n`);
  const [program, ...args] = service.command ?? image().command;
  expect(program).toBe('node');
  const given: NonNullable<Service['environment']> = { ...image().environment, ...service.environment };
  const moved = Object.entries(given).map(([key, value]) => [
    key,
    String(value ?? '')
      .replace('/run/secrets', join(place, 'secrets'))
      .replace(/^\/data$/u, join(folder, 'data')),
  ]);
  const port = String(await freePort());
  const ports = Object.keys(given).filter((key) => /^KHEO_(HEALTH_)?PORT$/u.test(key));
  return {
    args,
    env: {
      PATH: process.env.PATH,
      ...(Object.fromEntries(moved) as Record<string, string>),
      ...Object.fromEntries(ports.map((key) => [key, port])),
      NODE_EXTRA_CA_CERTS: undefined, // the stand-in of this test speaks without TLS
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  healthy(): Promise<boolean>;
  /** @throws when it is not healthy within a minute, or has ended */
  untilHealthy(): Promise<void>;
  /** Sends SIGTERM. @returns the exit code @throws when it takes longer than it may */
  stop(): Promise<number | null>;
}

function start(name: string, { args, env }: Local): Started {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const gone = once(child, 'exit');
  const [, ...check] = image().healthcheck;
  const healthy = () =>
    run(process.execPath, check, { cwd: root, env }).then(
      () => true,
      () => false,
    );
  return {
    child,
    healthy,
    untilHealthy: async () => {
      for (const deadline = Date.now() + READY_MS; !(await healthy());) {
        if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${name} is not ready:\n${said}`);
        await new Promise((wake) => setTimeout(wake, 200));
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      const [code] = (await gone) as [number | null];
      clearTimeout(late);
      if (code === null) throw new Error(`${name} did not stop in time:\n${said}`);
      return code;
    },
  };
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
