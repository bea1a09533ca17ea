import { randomUUID } from 'node:crypto';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let admin: Session;
let adminId: string;
let auditor: Session;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  adminId = await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.person('auditor', { role: 'AUDITOR', unitId: province });
  [admin, auditor] = [await api.signIn('admin'), await api.signIn('auditor')];
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const WANTED = { consumer: 'Kho dữ liệu tỉnh', scopes: ['feed'] };
const DRY = { headers: { 'x-kheo-dry-run': 'true' } };

interface Told {
  readonly type: string;
  readonly stream: string;
  readonly actor: { readonly personId: string; readonly role: string };
  readonly data: unknown;
}

/** What the feed tells of a key, or of all of them. */
const told = async (id = ''): Promise<readonly Told[]> => {
  const { events } = (await auditor.get('/api/feed?limit=1000')).body as unknown as { readonly events: Told[] };
  return events.filter(({ stream }) => stream.startsWith(`apikey-${id}`));
};

const keys = async () => (await admin.get('/api/api-keys')).body['items'] as { id: string; revokedAt: string | null }[];

describe('a key of a program', () => {
  it('that is only tried is not made', async () => {
    const dry = await admin.post('/api/api-keys', WANTED, DRY);
    expect([dry.status, dry.body['events'], dry.body['key']]).toEqual([201, ['ApiKeyCreated'], undefined]);
    expect([await keys(), await told()]).toEqual([[], []]);
  });

  it('is made once under one key; as it is shown once, the repetition is told so, tried out as well', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    expect((await admin.post('/api/api-keys', WANTED, { headers })).body['key']).toMatch(/^kheo_/u);
    for (const more of [{}, DRY.headers]) {
      const again = await admin.post('/api/api-keys', WANTED, { headers: { ...headers, ...more } });
      expect([again.status, again.body.code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect(await keys()).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  it('is listed page by page, each once', async () => {
    await admin.post('/api/api-keys', WANTED);
    const first = (await admin.get('/api/api-keys?limit=1')).body;
    const second = (await admin.get(`/api/api-keys?limit=1&after=${String(first.next)}`)).body;
    expect([...first.items, ...second.items]).toEqual(await keys());
    expect(second.next).toBeNull();
    expect((await admin.get('/api/api-keys?limit=201')).status).toBe(400);
  });

  it('is told of in the feed when it is made and when it is revoked, with who did it and without the key', async () => {
    const made = await admin.post('/api/api-keys', { ...WANTED, scopes: ['feed:registration', 'personal'] });
    const { id } = made.body;
    expect(made).toMatchObject({ status: 201, headers: { etag: '"0"' }, body: { events: ['ApiKeyCreated'] } });
    const revoked = await admin.post(`/api/api-keys/${id}/revoke`, {}, { headers: { 'if-match': '"0"' } });
    expect(revoked).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { id, events: ['ApiKeyRevoked'] } });
    const actor = { personId: adminId, role: 'SYSTEM_ADMIN' };
    const events = await told(id);
    expect(events).toMatchObject([
      {
        type: 'ApiKeyCreated',
        actor,
        data: { keyId: id, consumer: 'Kho dữ liệu tỉnh', scopes: ['feed:registration', 'personal'] },
      },
      { type: 'ApiKeyRevoked', actor, data: { keyId: id } },
    ]);
    expect(JSON.stringify(events)).not.toContain(String(made.body['key']));
  });

  it('is neither made nor revoked by others, and nothing is told', async () => {
    const { id } = (await admin.post('/api/api-keys', WANTED)).body;
    const before = await told();
    expect((await auditor.post('/api/api-keys', WANTED)).status).toBe(403);
    expect((await auditor.post(`/api/api-keys/${id}/revoke`)).status).toBe(403);
    const stale = await admin.post(`/api/api-keys/${id}/revoke`, {}, { headers: { 'if-match': '"7"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
    expect(await told()).toEqual(before);
    expect((await keys()).find((key) => key.id === id)?.revokedAt).toBeNull();
  });

  it('whose event the log did not take opens nothing, and is made by the same command again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const before = await keys();
    const { store } = api.ports;
    const { append } = store;
    Object.assign(store, { append: () => Promise.reject(new Error('the log is away')) });
    const failed = await admin.post('/api/api-keys', WANTED, { headers });
    Object.assign(store, { append });
    expect([failed.status, await keys()]).toEqual([503, before]);
    expect((await admin.post('/api/api-keys', WANTED, { headers })).body['key']).toMatch(/^kheo_/u);
  });

  it('whose event is there and which was not kept is made by the same command again, and told of once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const { apiKeys } = api.ports;
    const { create } = apiKeys;
    Object.assign(apiKeys, { create: () => Promise.reject(new Error('the database is away')) });
    expect((await admin.post('/api/api-keys', WANTED, { headers })).status).toBe(500);
    Object.assign(apiKeys, { create });
    const made = await admin.post('/api/api-keys', WANTED, { headers });
    expect(made.body['key']).toMatch(/^kheo_/u);
    expect(await told(made.body.id)).toHaveLength(1);
  });

  it('whose event is there and which was never kept can be revoked, and is not made after that', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const before = await keys();
    const { apiKeys } = api.ports;
    const { create } = apiKeys;
    let id = '';
    Object.assign(apiKeys, {
      create: (key: { readonly id: string }) => {
        ({ id } = key);
        return Promise.reject(new Error('the process died'));
      },
    });
    expect((await admin.post('/api/api-keys', WANTED, { headers })).status).toBe(500);
    Object.assign(apiKeys, { create });
    expect((await admin.post(`/api/api-keys/${id}/revoke`, {}, DRY)).status).toBe(200);
    expect((await told(id)).map(({ type }) => type)).toEqual(['ApiKeyCreated']);
    expect((await admin.post(`/api/api-keys/${id}/revoke`)).status).toBe(200);
    expect((await told(id)).map(({ type }) => type)).toEqual(['ApiKeyCreated', 'ApiKeyRevoked']);
    expect(await keys()).toEqual(before);
    const again = await admin.post('/api/api-keys', WANTED, { headers });
    expect([again.body.code, again.body['key']]).toEqual(['idempotency-key-reused', undefined]);
    expect((await keys()).find((key) => key.id === id)?.revokedAt).not.toBeNull();
  });

  it('is not made with scopes that open nothing', async () => {
    const before = await keys();
    const { status, body } = await admin.post('/api/api-keys', { ...WANTED, scopes: ['personal'] });
    expect([status, body.code]).toEqual([422, 'scopes-open-nothing']);
    expect(body['errors']).toMatchObject([{ pointer: '/scopes' }]);
    expect(await keys()).toEqual(before);
  });

  it('is shut at once also while the log is away; said again, the log tells of it', async () => {
    const { id } = (await admin.post('/api/api-keys', WANTED)).body;
    const { store } = api.ports;
    const { append } = store;
    Object.assign(store, { append: () => Promise.reject(new Error('the log is away')) });
    const failed = await admin.post(`/api/api-keys/${id}/revoke`);
    Object.assign(store, { append });
    expect(failed.status).toBe(503);
    expect((await keys()).find((key) => key.id === id)?.revokedAt).not.toBeNull();
    expect((await admin.post(`/api/api-keys/${id}/revoke`)).status).toBe(200);
    expect((await told(id)).map(({ type }) => type)).toEqual(['ApiKeyCreated', 'ApiKeyRevoked']);
  });

  it('of before the log told of keys is revoked, and told of then', async () => {
    const id = randomUUID();
    await api.ports.apiKeys.create({
      ...{ id, consumer: 'Cổng cũ' },
      scopes: ['feed'],
      createdBy: adminId,
      at: api.clock.now(),
    });
    const revoked = [];
    while (revoked.length < 2) revoked.push((await admin.post(`/api/api-keys/${id}/revoke`)).status);
    expect(revoked).toEqual([200, 200]);
    expect((await told(id)).map(({ type }) => type)).toEqual(['ApiKeyRevoked']);
  });

  it('is revoked once, however often it is said, and stays when that is only tried', async () => {
    const { id } = (await admin.post('/api/api-keys', WANTED)).body;
    const revoke = (options = {}) => admin.post(`/api/api-keys/${id}/revoke`, undefined, options);
    const revokedAt = async () => (await keys()).find((key) => key.id === id)?.revokedAt;

    expect(await revoke(DRY)).toMatchObject({ status: 200, body: { id } });
    expect(await revokedAt()).toBeNull();
    expect(await revoke({ headers: { 'idempotency-key': randomUUID() } })).toMatchObject({ status: 200, body: { id } });
    const first = await revokedAt();
    api.clock.advance(60_000);
    expect(await revoke()).toMatchObject({ status: 200, body: { id } });
    expect(await revokedAt()).toBe(first);
    expect((await told(id)).map(({ type }) => type)).toEqual(['ApiKeyCreated', 'ApiKeyRevoked']);
  });

  it('that there is not cannot be revoked, tried out or not', async () => {
    for (const options of [{}, DRY]) {
      const answer = await admin.post(`/api/api-keys/${randomUUID()}/revoke`, undefined, options);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });
});
