import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { localDateOf } from '#domain';
import { systemClock } from '#engine';
import { personUseCase } from '#use-cases';
import { openList, UNIT_COLUMNS, UNIT_EXAMPLES } from '#papers';
import { logSettings, PASSWORD, startApi, startPostgres, type TestApi, type TestPostgres } from '#support';
import { openOffice } from './import-fixture.ts';
import { done } from './security/world.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);

afterAll(async () => {
  await postgres?.stop();
});

/** What `kheo` says, and how it ends. */
const kheo = (settings: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  kheoIn(process.cwd(), settings, ...args);

const kheoIn = async (
  cwd: string,
  settings: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<readonly [number | null, string]> => {
  const child = spawn(process.execPath, [resolve('dist/apps/cli/main.js'), ...args], {
    cwd,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((end) => child.once('close', end));
  return [code, said];
};

const CODE = /: ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/mu;

const post = async (api: TestApi, path: string, body: object, cookie?: string) => {
  const headers = cookie === undefined ? {} : { cookie, 'x-kheo-client': 'test' };
  const reply = await api.app.inject({ method: 'POST', url: path, headers, payload: body });
  const told = reply.payload === '' ? {} : (JSON.parse(reply.payload) as Record<string, string>);
  return {
    status: reply.statusCode,
    body: told,
    cookie: String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? '',
  };
};

/** Sets the password of the tests by the code that was printed. */
const setsPassword = (api: TestApi, said: string) =>
  post(api, '/api/session/set-password', { code: CODE.exec(said)?.[1] ?? '', password: PASSWORD });

const signIn = (api: TestApi, username: string) => post(api, '/api/session', { username, password: PASSWORD });

/** What a device shows half a minute on: no code is taken twice. */
const shownBy = (api: TestApi, secret = ''): string => {
  api.clock.advance(30_000);
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.clock.now()) });
};

/** Adds a second factor to somebody's account; answers its secret. */
const guarded = async (api: TestApi, username: string): Promise<string> => {
  const { cookie } = await signIn(api, username);
  const { secondFactorId, secret = '' } = (await post(api, '/api/session/second-factor', { current: PASSWORD }, cookie))
    .body;
  const added = { secondFactorId, code: shownBy(api, secret) };
  expect((await post(api, '/api/session/second-factor/add', added, cookie)).status).toBe(204);
  return secret;
};

describe('kheo, where nothing is set up', () => {
  it.each([['missing'], ['status'], ['rebuild'], ['reset-admin', 'an']])(
    'says so, makes nothing and ends with an error: %s',
    async (...command) => {
      const folder = await mkdtemp(join(tmpdir(), 'kheo-none-'));
      const directory = join(folder, 'mistyped');
      const [code, said] = await kheo({ KHEO_DATABASE_URL: '', KHEO_DATA_DIR: directory }, ...command);
      expect([code, said]).toEqual([
        1,
        expect.stringMatching(
          /^Chưa cài đặt ở (.*); kiểm tra KHEO_DATA_DIR.*\nNothing is set up in \1: check KHEO_DATA_DIR/u,
        ),
      ]);
      expect(said).toContain(directory);
      expect(await readdir(folder)).toEqual([]);
      await rm(folder, { recursive: true });
    },
  );
});

describe('kheo reset-admin', () => {
  let api: TestApi;
  let root: string;
  let settings: Readonly<Record<string, string>>;
  const today = localDateOf(systemClock.now());

  beforeEach(async () => {
    const database = await postgres.createDatabase();
    settings = { ...logSettings(database.url), KHEO_DATABASE_URL: database.url };
    api = await startApi(database, { at: systemClock.now() });
    root = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  });
  afterEach(() => api.stop());

  const appointed = async (username: string, until?: string) => {
    const id = await api.person(username);
    const document = { number: '01-QĐ/TU', issuedOn: '2025-07-01' };
    const data = { unitId: root, role: 'SYSTEM_ADMIN', from: '2025-07-01', document } as const;
    const days = until === undefined ? {} : { until };
    await personUseCase.run(api.ports, {
      ...{ caller: { kind: 'system' }, type: 'AppointPerson', id },
      data: { ...data, ...days },
    });
    return id;
  };

  it('appoints whoever has the account where the root has no administrator any more, which auditors see', async () => {
    const an = await appointed('an', '2025-12-31');
    await api.person('auditor', { role: 'AUDITOR', unitId: root });
    const [code, hint] = await kheo(settings, 'reset-admin', 'an');
    expect([code, hint]).toEqual([1, expect.stringMatching(/không còn quản trị viên.*\n.*--document/u)]);
    const paper = ['--document', '15-QĐ/TU'] as const;
    const undated = await kheo(settings, 'reset-admin', 'an', ...paper);
    expect(undated).toEqual([1, expect.stringContaining('--issued-on')]);
    const early = await kheo(settings, 'reset-admin', 'an', ...paper, '--issued-on', '2999-01-01');
    expect(early).toEqual([1, expect.stringContaining('Ngày 01/01/2999 chưa đến')]);
    const [renewed, said] = await kheo(settings, 'reset-admin', 'an', ...paper, '--issued-on', '01/07/2025');
    expect([renewed, said]).toEqual([0, expect.stringMatching(CODE)]);
    expect((await setsPassword(api, said)).status).toBe(204);
    expect((await (await api.signIn('an')).get('/api/session')).body['appointments']).toMatchObject([
      { role: 'SYSTEM_ADMIN', unitId: root, from: today },
    ]);
    const auditor = await api.signIn('auditor');
    const seen = { headers: { 'x-kheo-wait-for': String(await api.ports.store.head()) } };
    const [grant] = done(await auditor.get('/api/people/grants?status=ALONE', seen)).items;
    expect(grant).toMatchObject({
      ...{
        personId: an,
        unitId: root,
        role: 'SYSTEM_ADMIN',
        fromOn: today,
        document: { number: '15-QĐ/TU', issuedOn: '2025-07-01' },
      },
      ...{ status: 'ALONE', settledBy: 'system', settledByName: null, proposedBy: null },
    });
  });

  it('appoints nobody where one of them is in office, and names who is', async () => {
    await appointed('an', '2025-12-31');
    await appointed('binh', today);
    const head = await api.ports.store.head();
    for (const username of ['an', 'binh']) {
      const [code, said] = await kheo(
        settings,
        'reset-admin',
        username,
        '--document',
        '15-QĐ/TU',
        '--issued-on',
        today,
      );
      expect([code, said]).toEqual([1, expect.stringMatching(/The root unit has an administrator.*: binh\./u)]);
    }
    expect(await api.ports.store.head()).toBe(head);
  });

  it('asks for no code of an app any more, and ends what was signed in', async () => {
    const id = await appointed('an');
    const secret = await guarded(api, 'an');
    const code = shownBy(api, secret);
    const { cookie } = await post(api, '/api/session', { username: 'an', password: PASSWORD, code });
    expect((await signIn(api, 'an')).body).toMatchObject({ code: 'second-factor-required' });
    const [exit, said] = await kheo(settings, 'reset-admin', 'an');
    expect([exit, said]).toEqual([0, expect.stringMatching(CODE)]);
    expect((await api.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
    expect((await setsPassword(api, said)).status).toBe(204);
    expect((await signIn(api, 'an')).status).toBe(204);
    const events = await api.ports.store.readStream(`person-${id}`, { from: 0, limit: 20 });
    const removed = events.find(({ type }) => type === 'SecondFactorRemoved');
    expect(removed?.meta.actor).toEqual({ personId: 'system', role: 'SYSTEM', unitId: 'system' });
  });
});

describe('what cannot be read on the command line', () => {
  it.each([
    [
      'setup --kind X',
      "--kind <kind>: không nhận 'X'; nhận một trong: NATIONAL, PROVINCE, COMMUNE, CENTRAL_AGENCIES. /",
    ],
    ['setup', 'Thiếu --unit <name>; ý nghĩa từng tùy chọn ở dưới. /'],
    ['setup --unit', '--unit <name>: thiếu giá trị. /'],
    ['import units --user an', 'Thiếu <file>. /'],
    ['import units ds.csv', 'Thiếu --user <name>; ý nghĩa từng tùy chọn ở dưới. /'],
    ['import units ds cua toi.csv --user an', 'Chỉ nhận 1 tham số, không phải 3: tên có dấu cách'],
    ['status --jsn', 'Không có tùy chọn --jsn. / There is no option --jsn.\nCó phải --json? /'],
    ['setpu', 'Không có lệnh setpu. / There is no command setpu.\nCó phải setup? /'],
  ])('%s is told in both languages, and what is taken', async (typed, sentence) => {
    const [code, said] = await kheo({}, ...typed.split(' '));
    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
    expect(said).not.toContain('error:');
    expect(said).toMatch(/Usage: kheo/u);
  });
});

describe('kheo import', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-import-'));
    api = await startApi(await postgres.createDatabase(), { at: systemClock.now() });
    await api.app.listen(0, '127.0.0.1');
    const root = await api.unit('Tỉnh Minh Họa', 'PROVINCE');
    await api.person('an', { role: 'SYSTEM_ADMIN', unitId: root });
  }, 120_000);
  afterAll(async () => {
    await api?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes a code of the app where the account has one, and says so where there is none', async () => {
    const secret = await guarded(api, 'an');
    const file = join(folder, 'don-vi.csv');
    const row = 'XA-TAN,Xã Tân,Xã,Tỉnh Minh Họa,99123,01/02/2026,cũ\n';
    await writeFile(file, `Mã đơn vị,Tên đơn vị,Loại,Đơn vị cấp trên,Mã hành chính,Hiệu lực từ,Ghi chú\n${row}`);
    const settings = { KHEO_URL: await api.app.getUrl(), KHEO_USER: 'an', KHEO_PASSWORD: PASSWORD };
    const importing = (code: Readonly<Record<string, string>>) =>
      kheo({ ...settings, ...code }, 'import', 'units', file);
    expect(await importing({})).toEqual([1, expect.stringMatching(/^KHEO_CODE: .*\/ /u)]);
    expect(await importing({ KHEO_CODE: '000000' })).toEqual([
      1,
      expect.stringMatching(/^Mã không đúng hoặc đã dùng\.\s*$/u),
    ]);
    const [exit, said] = await importing({ KHEO_CODE: shownBy(api, secret) });
    expect([exit, said]).toEqual([0, expect.stringContaining('1 mới')]);
    expect(said).toMatch(/Cột không dùng đến: "Ghi chú".*\nColumns that were not used: "Ghi chú"/u);
    expect(await readFile(join(folder, 'don-vi.ket-qua.csv'), 'utf8')).toContain('Đã tạo mới');
  });
});

it('asks the server on the port that is set', async () => {
  expect(await kheo({ KHEO_PORT: '4711' }, 'password', '--help')).toEqual([
    0,
    expect.stringContaining('http://127.0.0.1:4711'),
  ]);
});

it('says what is wrong with a file or an id before anybody is asked for a password', async () => {
  const models = ['import', 'registrations', 'package.json', '--user', 'an', '--cycle'];
  expect(await kheo({}, 'import', 'units', '/tmp/nothere.xlsx', '--user', 'an')).toEqual([
    1,
    expect.stringMatching(/^Không có tệp \/tmp\/nothere\.xlsx: .* \/ There is no file \/tmp\/nothere\.xlsx: /u),
  ]);
  expect(await kheo({}, ...models, 'Năm 2026')).toEqual([
    1,
    expect.stringMatching(
      /^--cycle nhận mã định danh .*"Năm 2026".*GET \/api\/cycles\. \/ --cycle takes an id.*GET \/api\/cycles/u,
    ),
  ]);
  expect(await kheo({}, ...models, randomUUID(), '--unit', 'Xã Tân')).toEqual([
    1,
    expect.stringMatching(/^--unit nhận mã định danh .*"Xã Tân".*GET \/api\/units\. /u),
  ]);
});

describe('kheo import --example', () => {
  it('offers the fields of the regulation of a cycle, to who signs in; without it nobody is asked', async () => {
    const database = await postgres.createDatabase();
    const api = await startApi(database);
    const folder = await mkdtemp(join(tmpdir(), 'kheo-example-'));
    try {
      const { cycleId } = await openOffice(api);
      await api.app.listen(0, '127.0.0.1');
      const settings = { KHEO_URL: await api.app.getUrl(), KHEO_PASSWORD: PASSWORD };
      const example = ['import', '--example', 'registrations', '--cycle'];
      expect(await kheoIn(folder, settings, ...example, cycleId)).toEqual([1, expect.stringContaining('cần --user')]);
      expect(await kheoIn(folder, settings, ...example, 'Năm 2026', '--user', 'officer')).toEqual([
        1,
        expect.stringContaining('--cycle nhận mã định danh'),
      ]);
      expect((await kheoIn(folder, settings, ...example, randomUUID(), '--user', 'officer'))[0]).toBe(1);
      const list = join(folder, 'mo-hinh.csv');
      await writeFile(list, 'Tên mô hình,Loại,Lĩnh vực\nMột,Tập thể,Kinh tế\n');
      const models = ['import', 'registrations', list, '--user', 'officer', '--cycle', randomUUID()];
      expect(await kheoIn(folder, settings, ...models)).toEqual([
        1,
        'Không có đợt thi đua nào mang id này; các đợt xem ở GET /api/cycles.\n',
      ]);
      expect(await kheoIn(folder, settings, ...example, cycleId, '--user', 'officer')).toEqual([
        0,
        expect.stringContaining('vi-du-mo-hinh.xlsx'),
      ]);
      const choices = [{ key: 'field', headers: ['Lĩnh vực'], required: true }];
      const options = { sheet: 'Giá trị được nhận' };
      const { rows } = await openList(join(folder, 'vi-du-mo-hinh.xlsx'), choices, options);
      expect(rows.map(({ cells }) => cells['field'])).toContain('Quốc phòng - an ninh');
    } finally {
      await api.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('writes a workbook to begin with, and nothing over another', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kheo-example-'));
    try {
      expect(await kheoIn(folder, {}, 'import', '--example', 'units')).toEqual([
        0,
        expect.stringContaining('vi-du-don-vi.xlsx'),
      ]);
      const list = await openList(join(folder, 'vi-du-don-vi.xlsx'), UNIT_COLUMNS);
      expect(list.rows.map(({ cells }) => cells['code'])).toEqual(UNIT_EXAMPLES.map(({ code }) => code));
      expect((await kheoIn(folder, {}, 'import', '--example', 'units'))[0]).toBe(1);
      expect((await kheoIn(folder, {}, 'import', '--example', 'registrations'))[0]).toBe(0);
      expect(await kheoIn(folder, {}, 'import', '--example', 'people')).toEqual([
        1,
        expect.stringContaining('registrations'),
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
