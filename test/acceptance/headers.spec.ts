import { ROLES } from '#domain';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';
import { routesOf } from './security/routes.ts';

let postgres: TestPostgres;
let api: TestApi;
let admin: Session;
let unitId: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres, { config: { trustProxy: 1, signInFailuresPerMinute: 3 } });
  unitId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person(
    'admin',
    { role: 'SYSTEM_ADMIN', unitId },
    { role: 'AUDITOR', unitId },
    { role: 'UNIT_OFFICER', unitId },
  );
  admin = await api.signIn('admin');
  await api.app.listen(0, '127.0.0.1');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const head = (): Promise<number> => api.ports.store.head();

describe('X-Kheo-Dry-Run', () => {
  const enter = (value: string) =>
    admin.post('/api/people', { name: 'Ai đó' }, { headers: { 'x-kheo-dry-run': value } });

  it.each(['True', 'TRUE', '1', 'yes', '', 'true, true'])('is refused as "%s": it might mean either', async (value) => {
    const before = await head();
    const { status, body } = await enter(value);
    expect([status, body.code, await head()]).toEqual([400, 'malformed', before]);
  });

  it('tries with true, and acts with false', async () => {
    const before = await head();
    expect([(await enter('true')).status, await head()]).toEqual([201, before]);
    expect((await enter('false')).status).toBe(201);
    expect(await head()).toBeGreaterThan(before);
  });
});

describe('If-Match', () => {
  const rename = (tag: string, name: string) =>
    admin.post(
      `/api/units/${unitId}/rename`,
      { name, from: '2026-02-02' },
      { headers: { 'if-match': tag, 'x-kheo-dry-run': 'true' } },
    );

  it.each(['"0"', 'W/"0"', '*', '"7", W/"0"', '"7","0"'])('is met by %s', async (tag) => {
    expect((await rename(tag, 'Tỉnh ủy Mới')).status).toBe(200);
  });

  it.each(['"7"', 'W/"7"', '"abc"', '"7", "8"'])('is not met by %s', async (tag) => {
    const { status, body } = await rename(tag, 'Tỉnh ủy Mới');
    expect([status, body.code]).toEqual([412, 'stale-revision']);
  });

  it.each(['0', '"0', '"0" "1"', ''])('is malformed as %s', async (tag) => {
    expect((await rename(tag, 'Tỉnh ủy Mới')).status).toBe(400);
  });
});

describe('what needs no answer of its own', () => {
  const get = async (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${await api.app.getUrl()}${path}`, { ...init, headers: { cookie: admin.cookie, ...init.headers } });

  it('HEAD of a stream, and of a page that would wait, has the headers at once and keeps no reader', async () => {
    const stream = await get('/api/feed/stream', { method: 'HEAD' });
    expect([stream.status, stream.headers.get('content-type'), await stream.text()]).toEqual([
      200,
      'text/event-stream',
      '',
    ]);
    const after = String(await head());
    expect((await get(`/api/feed?after=${after}&wait=30`, { method: 'HEAD' })).status).toBe(200);
  });

  it('an empty Last-Event-ID is none', async () => {
    const over = new AbortController();
    const stream = await get('/api/feed/stream', { headers: { 'last-event-id': '' }, signal: over.signal });
    expect(stream.status).toBe(200);
    over.abort();
  });

  it('X-Kheo-Wait-For of nobody keeps nothing waiting, nor is it read', async () => {
    for (const wish of [String((await head()) + 1_000_000), 'rubbish']) {
      const answer = await api.app.inject({ method: 'GET', url: '/health/live', headers: { 'x-kheo-wait-for': wish } });
      expect(answer.statusCode).toBe(200);
    }
    const known = await admin.get('/api/units', { headers: { 'x-kheo-wait-for': 'rubbish' } });
    expect(known.status).toBe(400);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'unknown'])(
    'a query named %s is refused as unknown',
    async (name) => {
      expect((await admin.get(`/api/units?${name}=x`)).status).toBe(400);
    },
  );
});

describe('a query that a route does not take', () => {
  it('is refused by each of them, and never passed over', async () => {
    const answers: string[] = [];
    const askers = new Map<string, Session>([['signed-in', admin]]);
    for (const role of ROLES) {
      await api.person(role.toLowerCase(), { role, unitId });
      askers.set(role, await api.signIn(role.toLowerCase()));
    }
    for (const [name, { access }] of routesOf({ api })) {
      const [method = '', path = ''] = name.split(' ');
      if (access.kind === 'public') continue;
      const asker = askers.get('roles' in access ? (access.roles[0] ?? '') : access.kind);
      const url = `${path.replaceAll(/\{\w+\}/gu, unitId)}?asof=2024-01-01`;
      const headers = { cookie: asker?.cookie, 'x-kheo-client': 'test' };
      const { statusCode } = await api.app.inject({ method: method as 'GET', url, headers });
      if (statusCode !== 400) answers.push(`${String(statusCode)} ${name}`);
    }
    expect(answers).toEqual([]);
  });
});

describe('X-Forwarded-For', () => {
  const guess = async (forwarded: string): Promise<number> => {
    const headers = { 'x-forwarded-for': forwarded };
    const payload = { username: `ai-${forwarded.slice(0, 9)}`, password: 'sai hẳn rồi nhé' };
    return (await api.app.inject({ method: 'POST', url: '/api/session', headers, payload })).statusCode;
  };

  it('is believed as far as the proxy wrote it: what the caller wrote before does not make another address', async () => {
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await guess(`203.0.113.${String(n)}, 198.51.100.7`));
    expect(answers).toEqual([401, 401, 401, 429, 429]);
    expect(await guess('203.0.113.9, 198.51.100.8')).toBe(401);
  });
});
