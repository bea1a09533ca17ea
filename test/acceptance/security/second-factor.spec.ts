import { Secret, TOTP } from 'otpauth';
import { personUseCase } from '#use-cases';
import { PASSWORD, startApi, startPostgres, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let rootId: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres, { config: { secondFactor: 'demanded' } });
  rootId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const post = async (path: string, body: object, cookie?: string) => {
  const headers = cookie === undefined ? {} : { cookie, 'x-kheo-client': 'test' };
  const reply = await api.app.inject({ method: 'POST', url: path, headers, payload: body });
  const told = reply.payload === '' ? {} : (JSON.parse(reply.payload) as Record<string, string>);
  const set = reply.headers['set-cookie'];
  return { status: reply.statusCode, body: told, cookie: set === undefined ? '' : (String(set).split(';')[0] ?? '') };
};

const get = (path: string, cookie: string) => api.app.inject({ method: 'GET', url: path, headers: { cookie } });
const signIn = (username: string, code?: string) => post('/api/session', { username, password: PASSWORD, code });

/** What a device shows at this moment. */
const shownBy = (secret = ''): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.clock.now()) });

const halfMinute = () => {
  api.clock.advance(30_000);
};

const make = (cookie: string) => post('/api/session/second-factor', { current: PASSWORD }, cookie);

/** Adds one to who is signed in. */
const add = async (cookie: string) => {
  const { secondFactorId, secret } = (await make(cookie)).body;
  const added = await post('/api/session/second-factor/add', { secondFactorId, code: shownBy(secret) }, cookie);
  expect(added.status).toBe(204);
  halfMinute();
  return { secret, cookie: added.cookie };
};

describe('a second factor', () => {
  it('counts once a code of it is shown; then the password alone does not admit, and what was signed in before is over', async () => {
    const personId = await api.person('lan', { role: 'UNIT_OFFICER', unitId: rootId });
    const [here, there] = [(await signIn('lan')).cookie, (await signIn('lan')).cookie];
    const { body } = await make(here);
    expect(body['uri']).toMatch(/^otpauth:\/\/totp\/.*lan\?issuer=/u);
    const { secondFactorId, secret } = body;
    const wrong = await post('/api/session/second-factor/add', { secondFactorId, code: '000000' }, here);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'code-invalid' } });
    expect((await signIn('lan')).status).toBe(204);
    const added = await post('/api/session/second-factor/add', { secondFactorId, code: shownBy(secret) }, here);
    expect([added.status, (await get('/api/session', added.cookie)).json()]).toMatchObject([
      204,
      { secondFactor: true },
    ]);
    expect((await get('/api/session', there)).statusCode).toBe(401);
    expect(await signIn('lan')).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
    expect(await make(added.cookie)).toMatchObject({ status: 409, body: { code: 'second-factor-exists' } });
    const events = await api.ports.store.readStream(`person-${personId}`, { from: 0, limit: 10 });
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'SecondFactorAdded', data: { secondFactorId } },
      meta: { actor: { role: 'SELF', provenBy: 'PASSWORD_AND_CODE' } },
    });
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('takes each code once, none that is old, and none without the password', async () => {
    await api.person('hoa', { role: 'UNIT_OFFICER', unitId: rootId });
    const { secret } = await add((await signIn('hoa')).cookie);
    const code = shownBy(secret);
    expect((await signIn('hoa', code)).status).toBe(204);
    expect(await signIn('hoa', code)).toMatchObject({ status: 422, body: { code: 'code-invalid' } });
    halfMinute();
    const old = shownBy(secret);
    for (let passed = 0; passed < 3; passed += 1) halfMinute();
    expect(await signIn('hoa', old)).toMatchObject({ body: { code: 'code-invalid' } });
    const guess = { username: 'hoa', password: 'sai-hoan-toan-roi', code: shownBy(secret) };
    expect((await post('/api/session', guess)).body).toMatchObject({ code: 'wrong-credentials' });
    expect((await signIn('hoa', ` ${shownBy(secret).replace(/^.../u, '$& ')}`)).status).toBe(204);
  });

  it('locks who guesses codes out for as long as who guesses passwords', async () => {
    await api.person('guessed', { role: 'UNIT_OFFICER', unitId: rootId });
    await add((await signIn('guessed')).cookie);
    const guesses = [];
    for (let tries = 0; tries < 6; tries += 1) guesses.push((await signIn('guessed', '000000')).status);
    expect(guesses.at(-1)).toBe(429);
  });

  it('is asked for as often as one likes: that is no guess, and takes back none', async () => {
    await api.person('slow', { role: 'UNIT_OFFICER', unitId: rootId });
    const { secret } = await add((await signIn('slow')).cookie);
    const asked = [];
    for (let tries = 0; tries < 8; tries += 1) asked.push((await signIn('slow')).body['code']);
    expect(new Set(asked)).toEqual(new Set(['second-factor-required']));
    expect((await signIn('slow', shownBy(secret))).status).toBe(204);
    const guesses = [];
    for (let tries = 0; tries < 6; tries += 1) {
      guesses.push((await signIn('slow', '000000')).status);
      await signIn('slow');
    }
    expect(guesses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('is nobody else’s', async () => {
    await api.person('thief', { role: 'UNIT_OFFICER', unitId: rootId });
    await api.person('owner', { role: 'UNIT_OFFICER', unitId: rootId });
    const thief = (await signIn('thief')).cookie;
    const { secondFactorId, secret } = (await make(thief)).body;
    const owner = (await signIn('owner')).cookie;
    const given = await post('/api/session/second-factor/add', { secondFactorId, code: shownBy(secret) }, owner);
    expect(given).toMatchObject({ status: 422, body: { code: 'code-invalid' } });
  });

  it('is asked for when the password is changed, and stays through a reset', async () => {
    const admin = await administrator('keeper');
    const id = await api.person('mai', { role: 'UNIT_OFFICER', unitId: rootId });
    const { secret, cookie } = await add((await signIn('mai')).cookie);
    const change = (code?: string) =>
      post('/api/session/change-password', { current: PASSWORD, password: 'mot-mat-khau-khac-han', code }, cookie);
    expect((await change()).body).toMatchObject({ code: 'second-factor-required' });
    const changed = await change(shownBy(secret));
    expect((await get('/api/session', changed.cookie)).statusCode).toBe(200);
    const reset = await post(`/api/people/${id}/reset-account`, {}, admin);
    await post('/api/session/set-password', { code: reset.body['code'], password: PASSWORD });
    expect((await signIn('mai')).body).toMatchObject({ code: 'second-factor-required' });
  });

  it('is removed with password and code by its person, and by an administrator for who lost the device', async () => {
    const admin = await administrator('remover');
    const id = await api.person('binh', { role: 'UNIT_OFFICER', unitId: rootId });
    const first = await add((await signIn('binh')).cookie);
    const remove = (code: string) =>
      post('/api/session/second-factor/remove', { current: PASSWORD, code }, first.cookie);
    expect((await remove('000000')).body).toMatchObject({ code: 'code-invalid' });
    const removed = await remove(shownBy(first.secret));
    expect([removed.status, (await get('/api/session', removed.cookie)).statusCode]).toEqual([204, 200]);
    await add((await signIn('binh')).cookie);
    expect((await get(`/api/people/${id}`, admin)).json()).toMatchObject({ account: { secondFactor: true } });
    const lost = await post(`/api/people/${id}/remove-second-factor`, {}, admin);
    expect([lost.status, (await signIn('binh')).status]).toEqual([200, 204]);
  });
});

/** One who has added a second factor. */
const administrator = async (username: string): Promise<string> => {
  await api.person(username, { role: 'SYSTEM_ADMIN', unitId: rootId });
  return (await add((await signIn(username)).cookie)).cookie;
};

describe('where it is demanded', () => {
  it.each(['SYSTEM_ADMIN', 'DECISION_SIGNER'] as const)('a %s does nothing else before adding one', async (role) => {
    const username = role.toLowerCase();
    await api.person(username, { role, unitId: rootId });
    const { cookie } = await signIn(username);
    const asked = await get('/api/session', cookie);
    expect(asked.json()).toMatchObject({ secondFactor: false, secondFactorDemanded: true });
    for (const path of ['/api/units', '/api/tasks', '/api/inbox'])
      expect([path, (await get(path, cookie)).json()]).toMatchObject([path, { code: 'second-factor-needed' }]);
    expect((await post('/api/people', { name: 'Ai đó' }, cookie)).body).toMatchObject({ code: 'second-factor-needed' });
    const after = await add(cookie);
    expect((await get('/api/units', after.cookie)).statusCode).toBe(200);
  });

  it('nobody else is asked, and a person is as soon as they are appointed', async () => {
    const id = await api.person('tran', { role: 'UNIT_OFFICER', unitId: rootId });
    const { cookie } = await signIn('tran');
    expect((await get('/api/units', cookie)).statusCode).toBe(200);
    const document = { number: '02-QĐ/TU', issuedOn: '2026-02-02' };
    await personUseCase.run(api.ports, {
      ...{ caller: { kind: 'system' }, type: 'AppointPerson', id },
      data: { unitId: rootId, role: 'DECISION_SIGNER', from: '2026-02-02', document },
    });
    expect((await get('/api/units', cookie)).json()).toMatchObject({ code: 'second-factor-needed' });
  });
});
