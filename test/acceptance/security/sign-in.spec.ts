import { organization } from '#domain';
import { PASSWORD, startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';

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

  it('over https the cookie is taken from this very host alone', async () => {
    const secure = await startApi(await postgres.createDatabase(), {
      config: { publicUrl: 'https://kheo.example.vn' },
    });
    try {
      await secure.person('officer');
      const reply = await secure.app.inject({
        ...{ method: 'POST', url: '/api/session' },
        payload: { username: 'officer', password: PASSWORD },
      });
      const [cookie = ''] = String(reply.headers['set-cookie']).split(';');
      expect(cookie).toMatch(/^__Host-kheo_session=/u);
      expect(String(reply.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
      const who = async (sent: string) =>
        (await secure.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: sent } })).statusCode;
      expect([await who(cookie), await who(cookie.replace('__Host-', ''))]).toEqual([200, 401]);
    } finally {
      await secure.stop();
    }
  });

  it('one address is told to wait for its failures alone, for a minute at most', async () => {
    const office = await startApi(await postgres.createDatabase(), { config: { signInFailuresPerMinute: 3 } });
    try {
      await office.person('officer');
      const attempt = async (username: string, password: string) =>
        (await office.app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })).statusCode;
      for (let morning = 0; morning < 10; morning += 1) expect(await attempt('officer', PASSWORD)).toBe(204);
      const guesses = [];
      for (const name of ['a1', 'a2', 'a3', 'a4']) guesses.push(await attempt(name, 'sai hẳn rồi nhé'));
      expect(guesses).toEqual([401, 401, 401, 429]);
      expect(await attempt('officer', PASSWORD)).toBe(429);
      office.clock.advance(60_000);
      expect(await attempt('officer', PASSWORD)).toBe(204);
    } finally {
      await office.stop();
    }
  });

  it('a name waits as the office has set', async () => {
    const config = { signInFreeAttempts: 1, signInLongestWaitSeconds: 3 };
    const office = await startApi(await postgres.createDatabase(), { config });
    try {
      const payload = { username: 'officer', password: 'sai hẳn rồi nhé' };
      const told = [];
      for (let guess = 0; guess < 3; guess += 1)
        told.push(await office.app.inject({ method: 'POST', url: '/api/session', payload }));
      expect(told.map(({ statusCode }) => statusCode)).toEqual([401, 401, 429]);
      expect(told[2]?.headers['retry-after']).toBe('3');
    } finally {
      await office.stop();
    }
  });

  it('what failed though no proof was wrong counts against nobody', async () => {
    const office = await startApi(await postgres.createDatabase(), { config: { signInFailuresPerMinute: 3 } });
    try {
      await office.person('officer');
      const { accounts } = office.ports;
      const { signIn: proves } = accounts;
      const attempt = async (password: string) =>
        (await office.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'officer', password } }))
          .statusCode;
      const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      Object.assign(accounts, { signIn: () => Promise.reject(gone) });
      for (let outage = 0; outage < 10; outage += 1) expect(await attempt(PASSWORD)).toBe(503);
      Object.assign(accounts, { signIn: async () => ({ kind: 'rejected', reason: 'second-factor-required' }) });
      for (let first = 0; first < 10; first += 1) expect(await attempt(PASSWORD)).toBe(401);
      Object.assign(accounts, { signIn: proves });
      const guesses = [];
      for (let guess = 0; guess < 4; guess += 1) guesses.push(await attempt('sai hẳn rồi nhé'));
      expect(guesses).toEqual([401, 401, 401, 429]);
    } finally {
      await office.stop();
    }
  });

  it('tells when it ends, and is not kept alive by a page that refreshes itself', async () => {
    const cookie = cookieOf(await signIn('officer', PASSWORD));
    const begun = api.clock.now();
    const ask = (headers: Record<string, string> = {}) =>
      api.app.inject({ method: 'GET', url: '/api/session', headers: { cookie, ...headers } });
    const inHours = (hours: number): string => new Date(Date.parse(begun) + hours * 3_600_000).toISOString();
    expect((await ask()).json()).toMatchObject({ idleMinutes: 30, sessionEndsAt: inHours(12) });
    api.clock.set(inHours(0.25));
    expect((await ask({ 'x-kheo-background': 'true' })).statusCode).toBe(200);
    api.clock.set(inHours(0.55));
    expect((await ask({ 'x-kheo-background': 'true' })).statusCode).toBe(401);
    api.clock.set(begun);
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

describe('an account belongs to its person', () => {
  const post = async (path: string, body: object, cookie?: string) => {
    const headers = cookie === undefined ? {} : { cookie, 'x-kheo-client': 'test' };
    const reply = await api.app.inject({ method: 'POST', url: path, headers, payload: body });
    const text = reply.payload === '' ? '{}' : reply.payload;
    return { status: reply.statusCode, cookie: cookieOf(reply), body: JSON.parse(text) as Record<string, unknown> };
  };
  const setPassword = (code: unknown, password: string) => post('/api/session/set-password', { code, password });
  const enter = async (admin: Session, username: string) => {
    const { id } = (await admin.post('/api/people', { name: username })).body;
    const invited = await admin.post(`/api/people/${id}/invite`, { username });
    return { id, code: invited.body.code, slip: invited.body['slip'] };
  };
  let admin: Session;
  beforeAll(async () => {
    const unitId = (await api.ports.directory.current()).tree.rootId ?? '';
    await api.person('keeper', { role: 'SYSTEM_ADMIN', unitId });
    admin = await api.signIn('keeper');
  });

  it('the person sets the password with the code that was handed out, once', async () => {
    const { id, code, slip } = await enter(admin, 'lan');
    expect(String(slip)).toContain(
      `Tên đăng nhập · User name: lan\nMã đặt mật khẩu, dùng một lần · Code, good once: ${code}`,
    );
    expect((await admin.get(`/api/people/${id}`)).body['account']).toMatchObject({
      status: 'INVITED',
      username: 'lan',
    });
    expect((await signIn('lan', PASSWORD)).statusCode).toBe(401);
    expect((await setPassword(code, 'matkhau123456')).body).toMatchObject({ code: 'password-weak' });
    expect((await setPassword(code, PASSWORD)).status).toBe(204);
    expect((await signIn('lan', PASSWORD)).statusCode).toBe(204);
    expect((await admin.get(`/api/people/${id}`)).body['account']).toMatchObject({
      status: 'OPEN',
      codeLapsesAt: null,
    });
    for (const used of [code, 'K7QM-2D9X-4HTR-W0BC'])
      expect(await setPassword(used, 'mot-mat-khau-khac-han')).toMatchObject({
        status: 422,
        body: { code: 'code-invalid' },
      });
    const events = await api.ports.store.readStream(`person-${id}`, { from: 0, limit: 10 });
    expect(events.at(-1)).toMatchObject({
      type: 'AccountOpened',
      meta: { actor: { personId: id, role: 'SELF', provenBy: 'INVITATION' } },
    });
  });

  it('changes it with the one of today, which ends the other sessions and keeps this one', async () => {
    const { code } = await enter(admin, 'hoa');
    await setPassword(code, PASSWORD);
    const [here, there] = [cookieOf(await signIn('hoa', PASSWORD)), cookieOf(await signIn('hoa', PASSWORD))];
    const change = (current: string) =>
      post('/api/session/change-password', { current, password: 'mot-mat-khau-khac-han' }, here);
    expect(await change('mot-mat-khau-doan-mo')).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    const changed = await change(PASSWORD);
    expect([changed.status, await whoAmI(changed.cookie), await whoAmI(here), await whoAmI(there)]).toEqual([
      204, 200, 401, 401,
    ]);
    expect((await signIn('hoa', PASSWORD)).statusCode).toBe(401);
    expect((await signIn('hoa', 'mot-mat-khau-khac-han')).statusCode).toBe(204);
  });

  it('has a mail address that its person changes with the password of today, and an administrator for them', async () => {
    const { id, code } = await enter(admin, 'thu');
    await setPassword(code, PASSWORD);
    const cookie = cookieOf(await signIn('thu', PASSWORD));
    const change = (current: string, email: string) => post('/api/session/change-email', { current, email }, cookie);
    const addressOf = async () => (await admin.get(`/api/people/${id}`)).body['email'];
    expect((await change('mot-mat-khau-doan-mo', 'thu@xa.example.vn')).body).toMatchObject({
      code: 'wrong-credentials',
    });
    expect((await change(PASSWORD, 'thu@xa..vn')).status).toBe(422);
    expect((await change(PASSWORD, 'thu@xa.example.vn')).status).toBe(204);
    expect(await addressOf()).toBe('thu@xa.example.vn');
    expect((await admin.post(`/api/people/${id}/change-email`, { email: 'thu@tinh.example.vn' })).status).toBe(200);
    expect(await addressOf()).toBe('thu@tinh.example.vn');
    const keeperId = (await admin.get('/api/session')).body['personId'] as string;
    const own = await admin.post(`/api/people/${keeperId}/change-email`, { email: 'a@b.vn' });
    expect([own.status, own.body.code]).toEqual([422, 'own-account']);
  });

  it('is reset to a new code: the old password and every session are void at once', async () => {
    const { id, code } = await enter(admin, 'binh');
    await setPassword(code, PASSWORD);
    const cookie = cookieOf(await signIn('binh', PASSWORD));
    const reset = await admin.post(`/api/people/${id}/reset-account`);
    expect([await whoAmI(cookie), (await signIn('binh', PASSWORD)).statusCode]).toEqual([401, 401]);
    expect((await setPassword(reset.body.code, PASSWORD)).status).toBe(204);
    expect((await signIn('binh', PASSWORD)).statusCode).toBe(204);
  });

  it('is opened, reset, unlocked and disabled by nobody whose reach does not hold all of its appointments', async () => {
    const rootId = (await api.ports.directory.current()).tree.rootId ?? '';
    const commune = await api.unit('Đảng ủy xã An Lạc', 'COMMUNE', rootId);
    await api.person('commune-admin', { role: 'SYSTEM_ADMIN', unitId: commune });
    const local = await api.signIn('commune-admin');
    const signer = await api.person('signer', { role: 'DECISION_SIGNER', unitId: rootId });
    for (const act of ['invite', 'reset-account', 'unlock-account', 'disable-account']) {
      const body = act === 'invite' ? { username: 'nguoi-ky' } : {};
      expect([act, (await local.post(`/api/people/${signer}/${act}`, body)).status]).toEqual([act, 403]);
    }
    expect((await signIn('signer', PASSWORD)).statusCode).toBe(204);
  });

  it('is locked by an appointment beyond the reach of who handed out its code, until it is proven anew', async () => {
    const rootId = (await api.ports.directory.current()).tree.rootId ?? '';
    const commune = await api.unit('Đảng ủy xã Bình Minh', 'COMMUNE', rootId);
    await api.person('puppeteer', { role: 'SYSTEM_ADMIN', unitId: commune });
    const { id, code } = await enter(await api.signIn('puppeteer'), 'puppet');
    await setPassword(code, PASSWORD);
    const cookie = cookieOf(await signIn('puppet', PASSWORD));
    const appoint = (unitId: string) =>
      admin.post(`/api/people/${id}/appoint`, {
        ...{ unitId, role: 'UNIT_HEAD', from: '2026-02-02' },
        document: { number: '01-QĐ/TU', issuedOn: '2026-02-02' },
      });
    expect((await appoint(commune)).body).toMatchObject({ events: ['PersonAppointed'] });
    expect(await whoAmI(cookie)).toBe(200);
    expect((await appoint(rootId)).body).toMatchObject({ events: ['PersonAppointed', 'AccountLocked'] });
    expect([await whoAmI(cookie), (await signIn('puppet', PASSWORD)).statusCode]).toEqual([401, 401]);
    const reset = await admin.post(`/api/people/${id}/reset-account`);
    expect((await setPassword(reset.body.code, 'mot-mat-khau-khac-han')).status).toBe(204);
    expect((await signIn('puppet', 'mot-mat-khau-khac-han')).statusCode).toBe(204);
  });

  it('a name is one person’s at a time, also when two are invited at once; a disabled account frees it', async () => {
    const people = await Promise.all(
      ['một', 'hai'].map(async (name) => (await admin.post('/api/people', { name })).body.id),
    );
    const invited = await Promise.all(
      people.map((id) => admin.post(`/api/people/${id}/invite`, { username: 'chung' })),
    );
    expect(invited.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first = '', second = ''] = people.toSorted((one) => (invited[people.indexOf(one)]?.status === 200 ? -1 : 1));
    await admin.post(`/api/people/${first}/disable-account`);
    expect((await admin.post(`/api/people/${second}/invite`, { username: 'Chung' })).status).toBe(200);
    const looksAlike = await admin.post(`/api/people/${first}/invite`, { username: 'ⅽhung' });
    expect(looksAlike.body.code).toBe('username-taken');
    expect((await admin.post(`/api/people/${first}/invite`, { username: 'an' })).status).toBe(200);
  });

  it('whoever acts is told with the account and how they proved that it is theirs', async () => {
    const { id } = (await admin.post('/api/people', { name: 'Ai đó' })).body;
    const [entered] = await api.ports.store.readStream(`person-${id}`, { from: 0, limit: 1 });
    const actor = entered?.meta.actor;
    const keeper = (await api.ports.directory.current()).book;
    expect(actor).toMatchObject({ role: 'SYSTEM_ADMIN', provenBy: 'PASSWORD' });
    expect(actor?.accountId).toBe(organization.holderOf(keeper, 'keeper')?.account.accountId);
  });

  it('a lock after wrong passwords is ended by an administrator', async () => {
    const { id, code } = await enter(admin, 'oanh');
    await setPassword(code, PASSWORD);
    for (let guess = 0; guess < 8; guess += 1) await signIn('oanh', 'sai hẳn rồi nhé');
    expect((await signIn('oanh', PASSWORD)).statusCode).toBe(429);
    expect((await admin.post(`/api/people/${id}/unlock-account`)).body).toMatchObject({ events: ['AccountUnlocked'] });
    expect((await signIn('oanh', PASSWORD)).statusCode).toBe(204);
  });
});
