import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asAppRole, startEmbeddedPostgres, type EmbeddedPostgres } from '#postgres';
import { migrateDatabase } from '#service';
import { Client } from 'pg';
import { startEventStoreDbProcess, type TestEventStoreDbProcess } from './eventstoredb/index.ts';
import { logUnderTest, withEventStore } from './log.ts';

const run = promisify(execFile);

/** A database of a test server, prepared as `kheo migrate` does. Its log is opened by `openLog(url)`. */
export interface TestDatabase {
  /** Acts as `kheo_app`, as the application does. */
  readonly url: string;
  /** Superuser. */
  readonly adminUrl: string;
  /** The server that keeps its log, where that is not PostgreSQL itself. */
  readonly eventStoreDb?: TestEventStoreDbProcess;
}

/**
 * A PostgreSQL of this test run alone; `url` and `adminUrl` name its first database. Under `KHEO_LOG=eventstoredb` each
 * database has the log in a server of its own, which is killed and started again together with PostgreSQL; all share the
 * one at `EVENTSTORE_URL` where it is set.
 */
export interface TestPostgres extends TestDatabase {
  readonly port: number;
  /** A fresh database with an empty log. */
  createDatabase(): Promise<TestDatabase>;
  /** Kills the postmaster and every backend at once, as a power cut does. */
  kill9(): Promise<void>;
  /** Starts it again on the same port and data, stopping it first when it runs. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const TEMPLATE = 'kheo_template';

/** Starts a PostgreSQL in a temporary directory on a free port of the loopback interface. Stop it in `afterAll`. */
export async function startPostgres(): Promise<TestPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'kheo-postgres-'));
  const dataDir = join(home, 'data');
  await run('chmod', ['755', home]);
  await run('cp', ['-a', await preparedData(), dataDir]);
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir });
  let databases = 0;
  const { port, adminUrl, appUrl } = server;

  const logs: TestEventStoreDbProcess[] = [];
  const createDatabase = async (): Promise<TestDatabase> => {
    const name = `kheo_${++databases}`;
    await withAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
    await migrateDatabase(onDatabase(adminUrl, name)); // rights on a database are not cloned
    const database = { url: asAppRole(onDatabase(appUrl, name)), adminUrl: onDatabase(adminUrl, name) };
    if (logUnderTest === 'postgres') return database;
    const real = process.env['EVENTSTORE_URL'];
    if (real !== undefined) return { ...database, url: withEventStore(database.url, real) };
    const eventStoreDb = await startEventStoreDbProcess();
    logs.push(eventStoreDb);
    return { ...database, url: withEventStore(database.url, eventStoreDb.url), eventStoreDb };
  };

  return {
    ...(await createDatabase()),
    port,
    createDatabase,
    kill9: async () => {
      await Promise.all([killWithChildren(server.pid), ...logs.map((log) => log.kill())]);
    },
    restart: async () => {
      await server.stop();
      server = await startEmbeddedPostgres({ dataDir, port });
      await Promise.all(logs.map((log) => log.restart()));
    },
    stop: async () => {
      await killWithChildren(server.pid); // its data is thrown away: no need to wait for a clean end
      await Promise.all(logs.map((log) => log.stop()));
      await rm(home, { recursive: true, force: true });
    },
  };
}

/**
 * The data of a server with the migrated template and nothing else, made once for this process: making it anew for every
 * file of tests took minutes of a whole run. Each file has modules and an environment of its own; what they share is the
 * process, whose number names the place.
 */
async function preparedData(): Promise<string> {
  const home = join(tmpdir(), `${PREPARED}${process.pid}`);
  const [making, made] = [join(home, 'making'), join(home, 'made')];
  if (existsSync(made)) return made;
  await removeLeftBehind();
  await mkdir(home, { recursive: true });
  await run('chmod', ['755', home]);
  const server = await startEmbeddedPostgres({ dataDir: making });
  await withAdmin(server.adminUrl, (admin) => admin.query(`CREATE DATABASE ${TEMPLATE}`));
  await migrateDatabase(onDatabase(server.adminUrl, TEMPLATE));
  await server.stop();
  await rename(making, made);
  return made;
}

const PREPARED = 'kheo-prepared-';

/** What processes prepared that are gone: nothing else tells when all files of tests are through. */
async function removeLeftBehind(): Promise<void> {
  const prepared = (await readdir(tmpdir())).filter((name) => name.startsWith(PREPARED));
  const left = prepared.filter((name) => !isAlive(Number(name.slice(PREPARED.length))));
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}

const onDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function withAdmin<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  return work(admin).finally(() => admin.end());
}

/** Stopped first, so that it cannot start a new backend while the old ones are being killed. */
async function killWithChildren(postmaster: number): Promise<void> {
  if (!isAlive(postmaster)) return;
  process.kill(postmaster, 'SIGSTOP');
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const processes = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const backends = processes.filter(([, parent]) => parent === postmaster).map(([pid]) => Number(pid));
  for (const pid of [postmaster, ...backends]) killIfAlive(pid);
  while (isAlive(postmaster)) await new Promise((wake) => setTimeout(wake, 5));
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
