import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withClient } from '#postgres';
import { startEventStoreDbProcess, startPostgres, type TestEventStoreDbProcess, type TestPostgres } from '#support';
import { freePort } from '../faults/free-port.ts';

const MINUTE = 60_000;

let server: TestPostgres;
let eventStoreDb: TestEventStoreDbProcess;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-prepared-'));
  [server, eventStoreDb] = await Promise.all([startPostgres(), startEventStoreDbProcess()]);
}, MINUTE);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all([server.stop(), eventStoreDb.stop()]);
  await rm(folder, { recursive: true, force: true });
}, MINUTE);

type Settings = Readonly<Record<string, string>>;

/** A built program, with what it said and how it ended. */
function start(program: string, args: readonly string[], settings: Settings) {
  const child = spawn(process.execPath, [resolve('dist', program), ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const exited = new Promise<number | null>((done) => child.once('close', done));
  return { said: () => said, exited, child };
}

const on = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Where nobody prepared anything. */
async function bareDatabase(name: string): Promise<{ readonly url: string; readonly adminUrl: string }> {
  await withClient(server.adminUrl, (admin) => admin.query(`create database ${name}`));
  return { url: on(server.url, name), adminUrl: on(server.adminUrl, name) };
}

/** A database that `kheo migrate` prepared, and nothing else, whose application may make neither schemas nor tables. */
async function preparedDatabase(name: string, log: Settings): Promise<Settings> {
  const { url, adminUrl } = await bareDatabase(name);
  const migrated = start('apps/cli/main.js', ['migrate'], { ...log, KHEO_DATABASE_ADMIN_URL: adminUrl });
  expect([await migrated.exited, migrated.said()]).toEqual([0, expect.stringContaining('The database is ready.')]);
  await withClient(adminUrl, (admin) =>
    admin.query(`revoke create on database ${name} from kheo_app, kheo_queue, public;
      do $$ declare one record; begin
        for one in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' loop
          execute format('revoke create on schema %I from kheo_app, kheo_queue, public', one.nspname);
        end loop; end $$`),
  );
  return { ...log, KHEO_DATABASE_URL: url };
}

async function setsUpAnOffice(settings: Settings): Promise<void> {
  const unit = ['--unit', 'Tỉnh ủy Mẫu', '--kind', 'PROVINCE', '--code', '01'];
  const admin = ['--admin', 'Nguyễn Văn An', '--username', 'an', '--document', '15-QĐ/TU', '--issued-on', '2025-07-01'];
  const setup = start('apps/cli/main.js', ['setup', ...unit, ...admin], settings);
  expect([await setup.exited, setup.said()]).toEqual([0, expect.stringMatching(/User name: an$/mu)]);
}

/** Ready means that log, database, read models, reactions and queue answer. */
async function becomesReady({ said, child }: ReturnType<typeof start>, port: number): Promise<void> {
  for (let last = ''; ; await new Promise((wake) => setTimeout(wake, 100))) {
    if (child.exitCode !== null) throw new Error(`it ended: ${said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    last = (await answer?.text()) ?? last;
  }
}

const processes = ['api', 'projector', 'reminders', 'standalone'];

describe.each(['postgres', 'eventstoredb'])('on a database prepared by `kheo migrate` alone, the log in %s', (log) => {
  let settings: Settings;
  beforeAll(async () => {
    settings = {
      ...(await preparedDatabase(`prepared_${log}`, { KHEO_LOG: log, KHEO_EVENTSTORE_URL: eventStoreDb.url })),
      KHEO_WEBHOOK_TARGETS: 'https://example.org',
      KHEO_DATA_DIR: folder,
    };
  }, MINUTE);

  it.each(processes)(
    '%s starts and is ready, though its role may make nothing',
    async (name) => {
      const port = await freePort();
      const ports = { KHEO_PORT: String(port), KHEO_HEALTH_PORT: String(port) };
      const running = start(`apps/${name}/main.js`, [], { ...settings, ...ports });
      await becomesReady(running, port);
      running.child.kill('SIGTERM');
      expect(await running.exited).toBe(0);
      expect(running.said()).not.toContain('permission denied');
    },
    MINUTE,
  );

  it('`kheo setup` sets up an office, though its role may make nothing', () => setsUpAnOffice(settings), MINUTE);
});

describe('on a database that nobody prepared', () => {
  it(
    '`kheo setup` prepares it, where it knows who may',
    async () => {
      const { url, adminUrl } = await bareDatabase('bare');
      await setsUpAnOffice({ KHEO_LOG: 'postgres', KHEO_DATABASE_URL: url, KHEO_DATABASE_ADMIN_URL: adminUrl });
    },
    MINUTE,
  );

  it(
    '`kheo status` says what to do, where it does not',
    async () => {
      const { url } = await bareDatabase('forbidden');
      const status = start('apps/cli/main.js', ['status'], { KHEO_LOG: 'postgres', KHEO_DATABASE_URL: url });
      expect([await status.exited, status.said()]).toEqual([1, expect.stringContaining('run `kheo migrate`')]);
    },
    MINUTE,
  );
});
