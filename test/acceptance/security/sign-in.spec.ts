import { PASSWORD, startApi, startPostgres, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const unitId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId });
  await api.person('officer', { role: 'UNIT_OFFICER', unitId });
  await api.person('victim', { role: 'UNIT_OFFICER', unitId });
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'POST', url: '/api/session', headers, payload: { username, password } });

const cookieOf = ({ headers }: Awaited<ReturnType<typeof signIn>>): string =>
  String(headers['set-cookie']).split(';')[0] ?? '';

const whoAmI = async (cookie: string): Promise<number> =>
  (await api.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode;

describe('sign-in holds', () => {
  it('a session planted before the sign-in is worth nothing after it', async () => {
    const planted = 'kheo_session=planted-by-somebody-else';
    const reply = await signIn('officer', PASSWORD, { cookie: planted });
    expect(cookieOf(reply)).not.toBe(planted);
    expect([await whoAmI(planted), await whoAmI(cookieOf(reply))]).toEqual([401, 200]);
    const known = cookieOf(await signIn('officer', PASSWORD));
    const renewed = await signIn('officer', PASSWORD, { cookie: known });
    expect([await whoAmI(known), await whoAmI(cookieOf(renewed))]).toEqual([401, 200]);
  });

  it('the cookie is out of reach of scripts and other sites', async () => {
    const { headers } = await signIn('officer', PASSWORD);
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/u);
  });

  it('a session is over after the sign-out', async () => {
    const session = await api.signIn('officer');
    expect((await session.delete('/api/session')).status).toBe(204);
    expect(await whoAmI(session.cookie)).toBe(401);
  });

  it('an account that is disabled is out at once, and stays out', async () => {
    const victim = await api.signIn('victim');
    const { body } = await victim.get('/api/session');
    const admin = await api.signIn('admin');
    expect((await admin.post(`/api/people/${String(body['personId'])}/disable-account`)).status).toBe(200);
    expect(await whoAmI(victim.cookie)).toBe(401);
    expect((await signIn('victim', PASSWORD)).statusCode).toBe(401);
  });

  it('an unknown name, a disabled account and a wrong password get the same answer', async () => {
    const told = [];
    for (const name of ['nobody-at-all', 'victim', 'officer']) {
      const { statusCode, payload } = await signIn(name, 'một mật khẩu sai rồi');
      const { traceId: _trace, instance: _instance, ...body } = JSON.parse(payload) as Record<string, unknown>;
      told.push({ statusCode, ...body });
    }
    expect(told[0]).toMatchObject({ statusCode: 401, code: 'wrong-credentials' });
    expect(told).toEqual([told[0], told[0], told[0]]);
  });

  it.each(['admin', 'nobody-there'])('guessing at %s is slowed down, whether the name exists or not', async (name) => {
    const answers = [];
    for (let guess = 0; guess < 12; guess += 1)
      answers.push((await signIn(name, `đoán lần ${String(guess)}`)).statusCode);
    expect(answers.slice(-3)).toEqual([429, 429, 429]);
    const locked = await signIn(name, PASSWORD);
    expect([locked.statusCode, Number(locked.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  it.each([
    ['JSON', '/api/people', 'application/json', '{"name":"Kẻ Lạ"}'],
    ['a form with a file', '/api/evidence', 'multipart/form-data; boundary=b', '--b--\r\n'],
    ['a plain form', '/api/people', 'application/x-www-form-urlencoded', 'name=x'],
    ['plain text', '/api/people', 'text/plain', '{"name":"Kẻ Lạ"}'],
  ])('another site cannot send %s with the cookie', async (_what, url, type, payload) => {
    const { cookie } = await api.signIn('officer');
    const before = await api.ports.store.head();
    const reply = await api.app.inject({ method: 'POST', url, headers: { cookie, 'content-type': type }, payload });
    expect([403, 415]).toContain(reply.statusCode);
    expect(await api.ports.store.head()).toBe(before);
  });
});
