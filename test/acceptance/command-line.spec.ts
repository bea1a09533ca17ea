import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { localDateOf } from '#domain';
import { systemClock } from '#engine';
import { personUseCase } from '#use-cases';
import { logSettings, PASSWORD, startApi, startPostgres, type TestApi, type TestPostgres } from '#support';
import { done } from './security/world.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);

afterAll(async () => {
  await postgres?.stop();
});

/** What `kheo` says on a database, and how it ends. */
const kheo = async (url: string, ...args: readonly string[]): Promise<readonly [number | null, string]> => {
  const env = { ...process.env, ...logSettings(url), KHEO_DATABASE_URL: url };
  const child = spawn(process.execPath, [resolve('dist/apps/cli/main.js'), ...args], { env });
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

describe('kheo reset-admin', () => {
  let api: TestApi;
  let root: string;
  let url: string;
  const today = localDateOf(systemClock.now());

  beforeEach(async () => {
    ({ url } = await postgres.createDatabase());
    api = await startApi({ ...postgres, url }, { at: systemClock.now() });
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
    const [code, hint] = await kheo(url, 'reset-admin', 'an');
    expect([code, hint]).toEqual([1, expect.stringMatching(/không còn quản trị viên.*\n.*--document/u)]);
    const [renewed, said] = await kheo(url, 'reset-admin', 'an', '--document', '15-QĐ/TU');
    expect([renewed, said]).toEqual([0, expect.stringMatching(CODE)]);
    expect((await setsPassword(api, said)).status).toBe(204);
    expect((await (await api.signIn('an')).get('/api/session')).body['appointments']).toMatchObject([
      { role: 'SYSTEM_ADMIN', unitId: root, from: today },
    ]);
    const auditor = await api.signIn('auditor');
    const seen = { headers: { 'x-kheo-wait-for': String(await api.ports.store.head()) } };
    const [grant] = done(await auditor.get('/api/people/grants?status=ALONE', seen)).items;
    expect(grant).toMatchObject({
      ...{ personId: an, unitId: root, role: 'SYSTEM_ADMIN', fromOn: today, document: { number: '15-QĐ/TU' } },
      ...{ status: 'ALONE', settledBy: 'system', settledByName: null, proposedBy: null },
    });
  });

  it('appoints nobody where one of them is in office, and names who is', async () => {
    await appointed('an', '2025-12-31');
    await appointed('binh', today);
    const head = await api.ports.store.head();
    for (const username of ['an', 'binh']) {
      const [code, said] = await kheo(url, 'reset-admin', username, '--document', '15-QĐ/TU');
      expect([code, said]).toEqual([1, expect.stringMatching(/The root unit has an administrator.*: binh\./u)]);
    }
    expect(await api.ports.store.head()).toBe(head);
  });
});
