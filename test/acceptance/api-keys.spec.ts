import { randomUUID } from 'node:crypto';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let admin: Session;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  admin = await api.signIn('admin');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const WANTED = { consumer: 'Kho dữ liệu tỉnh', scopes: ['feed'] };
const DRY = { headers: { 'x-kheo-dry-run': 'true' } };

const keys = async () => (await admin.get('/api/api-keys')).body['items'] as { id: string; revokedAt: string | null }[];

describe('a key of a program', () => {
  it('that is only tried is not made', async () => {
    const dry = await admin.post('/api/api-keys', WANTED, DRY);
    expect([dry.status, dry.body['key']]).toEqual([201, undefined]);
    expect(await keys()).toEqual([]);
  });

  it('is made once under one key; as it is shown once, the repetition is told so, tried out as well', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    expect((await admin.post('/api/api-keys', WANTED, { headers })).body['key']).toMatch(/^kheo_/u);
    for (const more of [{}, DRY.headers]) {
      const again = await admin.post('/api/api-keys', WANTED, { headers: { ...headers, ...more } });
      expect([again.status, again.body.code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect(await keys()).toHaveLength(1);
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
  });

  it('that there is not cannot be revoked, tried out or not', async () => {
    for (const options of [{}, DRY]) {
      const answer = await admin.post(`/api/api-keys/${randomUUID()}/revoke`, undefined, options);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });
});
