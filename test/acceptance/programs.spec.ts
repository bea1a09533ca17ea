import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { reporting } from '#domain';
import { REGISTRATION_STATUSES } from '#read-models';
import {
  logUnderTest,
  start,
  startEventStoreDbProcess,
  startProgram,
  untilSaid,
  type Program,
  type TestEventStoreDbProcess,
} from '#support';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-programs-'));
  await chmod(folder, 0o711); // under root PostgreSQL runs as another user
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

const servers: TestEventStoreDbProcess[] = [];

/** What a program is told to keep a log of its own in the store under test. */
const logOfItsOwn = async (): Promise<Record<string, string>> => {
  if (logUnderTest === 'postgres') return {};
  const server = await startEventStoreDbProcess();
  servers.push(server);
  return { KHEO_EVENTSTORE_URL: server.url };
};

const PASSWORD = 'mat-khau-minh-hoa-2026';
const settings = (log: Record<string, string>) => ({
  ...log,
  KHEO_DATA_DIR: join(folder, 'data'),
  KHEO_PORT: '0',
  KHEO_DEMO_PASSWORD: PASSWORD,
});

/** Starts a script of package.json by npm, without installing and building, in a process group of its own as a terminal does. */
const startByNpm = async (script: string, env: Readonly<Record<string, string>>): Promise<Program> => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const inPlace = (scripts[script] ?? '')
    .replace('tools/start.mjs', resolve('test/support/start-in-place-process.mjs'))
    .replace('dist/', `${resolve('dist')}/`);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { [script]: inPlace } }));
  return start('npm', ['run', script], env, { cwd: folder, detached: true });
};

const signIn = async (url: string, username: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kheo-Client': 'test' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  expect(answer.status).toBe(204);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

const CODE = /: ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/mu;

/** `kheo password`, with the code of `kheo reset-admin`, on the server that is started for it. */
const setsPassword = async (own: Record<string, string>, told: string): Promise<void> => {
  const server = startProgram('apps/standalone/main.js', [], own);
  const [, url = ''] = await untilSaid(server, /(http:\/\/[\d.:]+)/u);
  const sets = (code: string) =>
    startProgram('apps/cli/main.js', ['password'], { ...own, KHEO_URL: url, KHEO_CODE: code, KHEO_PASSWORD: PASSWORD });
  const code = CODE.exec(told)?.[1] ?? '';
  const right = sets(code);
  expect([await right.exited, right.said()]).toEqual([0, expect.stringContaining('Đã đặt mật khẩu')]);
  const again = sets(code);
  expect([await again.exited, again.said()]).toEqual([1, expect.stringContaining('đã dùng')]);
  await signIn(url, 'an');
  server.child.kill('SIGINT');
  expect(await server.exited).toBe(0);
};

const countOf = async (url: string, cookie: string, path: string): Promise<number> => {
  const answer = await fetch(`${url}/api/${path}&limit=200`, { headers: { cookie } });
  return ((await answer.json()) as { readonly items: readonly unknown[] }).items.length;
};

const mails = async (): Promise<number> => (await readdir(join(folder, 'data', 'mail'))).length;

/** What others than the owner may read or list below a folder; PostgreSQL keeps its own. */
const readableByOthers = async (of: string): Promise<readonly string[]> => {
  const found = [];
  for (const entry of await readdir(of, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!path.includes('/postgres/') && ((await stat(path)).mode & 0o044) !== 0) found.push(path);
  }
  return found;
};

/** As versions from before left it. */
const openToAll = async (data: string): Promise<void> => {
  await chmod(data, 0o755);
  for (const entry of await readdir(data, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!path.includes('/postgres')) await chmod(path, entry.isDirectory() ? 0o755 : 0o644);
  }
};

describe('the system in one process', () => {
  it('serves the sample in every state, reminds once, stops on Ctrl-C and keeps the data', async () => {
    const own = settings(await logOfItsOwn());
    const first = startProgram('apps/standalone/main.js', ['--sample'], own);
    const [, url = ''] = await untilSaid(first, /Khéo đang chạy tại (\S+)/u);
    expect(first.said()).toContain(PASSWORD);
    const page = await fetch(url);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      ...[200, 'text/html; charset=utf-8'],
      expect.stringMatching(/<html lang="vi">[^]*src="\/assets\/[^]*<div id="root">/u),
    ]);
    const cookie = await signIn(url, 'auditor');
    for (const status of REGISTRATION_STATUSES) {
      expect([status, await countOf(url, cookie, `registrations?status=${status}`)]).not.toEqual([status, 0]);
    }
    for (const status of [...reporting.REPORT_STATUSES, ...reporting.STANDINGS]) {
      expect([status, await countOf(url, cookie, `reports?status=${status}`)]).not.toEqual([status, 0]);
    }
    expect(await countOf(url, cookie, 'reminders?type=ReminderFailed')).toBe(1);
    const told = await mails();
    expect(told).toBeGreaterThan(12);
    expect(told).toBeLessThan(100);
    expect(await countOf(url, await signIn(url, 'unit-officer'), 'inbox?')).toBeGreaterThan(0);
    const head = ((await (await fetch(`${url}/health/ready`)).json()) as { readonly log: { readonly head: number } })
      .log.head;
    expect(await readableByOthers(join(folder, 'data'))).toEqual([]);
    first.child.kill('SIGINT');
    expect(await first.exited).toBe(0);

    await openToAll(join(folder, 'data'));
    const second = startProgram('apps/standalone/main.js', ['--sample'], own);
    const [, again = ''] = await untilSaid(second, /Khéo đang chạy tại (\S+)/u);
    expect(await (await fetch(`${again}/health/ready`)).json()).toMatchObject({ status: 'ready', log: { head } });
    await signIn(again, 'unit-officer');
    expect(await mails()).toBe(told);
    expect(await readableByOthers(folder)).toEqual([]);

    const status = startProgram('apps/cli/main.js', ['status'], own);
    expect([await status.exited, status.said()]).toEqual([0, expect.stringContaining('Không có sự cố.')]);
    const rebuild = startProgram('apps/cli/main.js', ['rebuild', '--compare-only'], own);
    expect([await rebuild.exited, rebuild.said()]).toEqual([0, expect.stringContaining('giống hệt bảng đang dùng')]);
    const mistyped = startProgram('apps/cli/main.js', ['rebuild', 'statistik'], own);
    expect([await mistyped.exited, mistyped.said()]).toEqual([1, expect.stringMatching(/statistik.*statistics/)]);

    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'leaves nothing behind when the program that started it gets %s',
    async (signal) => {
      const own = { ...settings(await logOfItsOwn()), KHEO_DATA_DIR: join(folder, `ended-by-${signal}`) };
      const starter = startProgram(
        resolve('test/support/start-in-place-process.mjs'),
        [resolve('dist/apps/standalone/main.js')],
        own,
      );
      await untilSaid(starter, /(http:\/\/[\d.:]+)/u);
      starter.child.kill(signal);
      expect(await starter.exited).toBe(signal === 'SIGKILL' ? null : 0);
      expect(starter.said()).toContain('Đang dừng');
    },
  );

  it.each<readonly [script: string, how: string, signal: NodeJS.Signals, to: (npm: number) => number]>([
    ['start', 'SIGTERM to npm', 'SIGTERM', (npm) => npm],
    ['start', 'Ctrl-C', 'SIGINT', (npm) => -npm],
    ['quickstart', 'SIGINT to npm alone', 'SIGINT', (npm) => npm],
  ])('stops and leaves nothing behind when npm runs %s: %s', async (script, how, signal, to) => {
    const own = { ...settings(await logOfItsOwn()), KHEO_DATA_DIR: join(folder, how.replaceAll(' ', '-')) };
    const npm = await startByNpm(script, own);
    await untilSaid(npm, /(http:\/\/[\d.:]+)/u);
    process.kill(to(npm.child.pid ?? 0), signal);
    expect(await npm.exited).toBe(0);
    expect(npm.said().match(/Đang dừng/gu)).toHaveLength(1);
  });

  it('does not mix the sample into data of its own', async () => {
    const own = { ...settings(await logOfItsOwn()), KHEO_DATA_DIR: join(folder, 'own') };
    const admin = ['--admin', 'Nguyễn Văn An', '--username', 'an', '--issued-on', '01/07/2025'];
    const flags = ['--unit', 'Tỉnh Thật', ...admin, '--document', '01-QĐ/TU'];
    const undated = startProgram('apps/cli/main.js', ['setup', ...flags, '--issued-on', '2999-01-01'], own);
    expect([await undated.exited, undated.said()]).toEqual([
      1,
      expect.stringMatching(/^--issued-on: Ngày 01\/01\/2999 chưa đến.* Nothing was recorded\.$/mu),
    ]);
    const wrong = startProgram('apps/cli/main.js', ['setup', ...flags.slice(0, -1), ' '], own);
    expect([await wrong.exited, wrong.said()]).toEqual([
      1,
      expect.stringMatching(/^--document: .*\. Chưa ghi gì\. \/ .* Nothing was recorded\.$/mu),
    ]);
    const noYear = startProgram('apps/cli/main.js', ['setup', ...flags, '--regulation', '20x7'], own);
    expect([await noYear.exited, noYear.said()]).toEqual([1, expect.stringMatching(/--regulation: năm .* "20x7"\./u)]);
    const begun = ['--from', '1/7/2025', '--regulation', '2027'];
    const setup = startProgram('apps/cli/main.js', ['setup', ...flags, ...begun], own);
    expect([await setup.exited, setup.said()]).toEqual([0, expect.stringMatching(CODE)]);
    expect(setup.said()).toMatch(/Đã soạn .*năm 2027\.$/mu);
    expect(setup.said()).toMatch(/ - đơn vị: nhập.*\n(?: {2}- .*\n){4} {2}- quy định: sửa bản đã soạn.*\n {2}- đợt/u);
    const missing = startProgram('apps/cli/main.js', ['missing'], own);
    expect([await missing.exited, setup.said()]).toEqual([0, expect.stringContaining(missing.said())]);
    const reset = startProgram('apps/cli/main.js', ['reset-admin', 'an'], own);
    expect([await reset.exited, reset.said()]).toEqual([0, expect.stringMatching(CODE)]);
    const nobody = startProgram('apps/cli/main.js', ['reset-admin', 'ai đó'], own);
    expect([await nobody.exited, nobody.said()]).toEqual([1, expect.stringMatching(/administrators: an$/mu)]);
    await setsPassword(own, reset.said());
    const sample = startProgram('apps/standalone/main.js', ['--sample'], own);
    expect([await sample.exited, sample.said()]).toEqual([1, expect.stringContaining('đã có dữ liệu khác')]);
    const setupAgain = startProgram('apps/cli/main.js', ['setup', ...flags], own);
    expect([await setupAgain.exited, setupAgain.said()]).toEqual([1, expect.stringContaining('đã được cài đặt')]);
  });

  it('names every setting that is wrong, at once, in both languages', async () => {
    const wrong = startProgram('apps/standalone/main.js', [], {
      ...settings({}),
      KHEO_PORT: 'abc',
      KHEO_LOG_LEVEL: 'loud',
    });
    expect(await wrong.exited).toBe(1);
    expect(wrong.said()).toContain('KHEO_PORT');
    expect(wrong.said()).toContain('KHEO_LOG_LEVEL');
  });
});

describe('the demo', () => {
  it('plays a batch of models and a year of reports; every figure agrees with the list and the mailbox', async () => {
    const demo = startProgram('apps/standalone/demo/main.js', [], await logOfItsOwn());
    expect([await demo.exited, demo.said()]).toEqual([
      0,
      expect.stringContaining('Mọi số liệu khớp với danh sách và hộp thư'),
    ]);
    expect(demo.said()).toContain('Công nhận mô hình theo Quyết định số 01-QĐ/TU');
    expect(demo.said()).toContain('Hội Nông dân xã Tân Tiến: quá hạn 5 ngày làm việc');
    expect(demo.said()).toMatch(/T\+5 +đã nhắc thủ trưởng cơ quan tiếp nhận/u);
    expect(demo.said()).toContain('Gộp 4/5 báo cáo (thiếu Hội Nông dân xã Tân Tiến)');
  });
});
