import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';
import { Webhook } from 'standardwebhooks';
import { until } from '#support/until';

interface Got {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const got: Got[] = [];
let answer = 204;
let postgres: TestPostgres;
let api: TestApi;
let receiver: Server;
let url: string;
let admin: Session;
let auditor: Session;
let province: string;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  url = `${origin}/kheo/su-kien`;
  postgres = await startPostgres();
  const config = { webhookTargets: `https://cong.example.vn, ${origin}/kheo!private` };
  api = await startApi(postgres, { at: new Date().toISOString(), config });
  province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.person('auditor', { role: 'AUDITOR', unitId: province });
  [admin, auditor] = [await api.signIn('admin'), await api.signIn('auditor')];
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
  receiver.closeAllConnections();
  receiver.close();
});

describe('an administrator of the system', () => {
  it('has a program told of events at its address, as the feed shows them and signed', async () => {
    const key = { headers: { 'idempotency-key': crypto.randomUUID() } };
    const said = { url, eventTypes: ['UnitEstablished'] };
    const made = await admin.post('/api/webhooks', said, key);
    expect(made).toMatchObject({
      status: 201,
      body: { events: ['WebhookRegistered'], secret: expect.stringMatching(/^whsec_/u) as string },
    });
    expect((await admin.post('/api/webhooks', said, key)).body).toEqual(made.body);
    const { secret } = made.body as unknown as { secret: string };

    const unitId = await api.unit('Đảng ủy xã', 'COMMUNE', province);
    await until(() => got.length > 0);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const message = new Webhook(secret).verify(body, headers) as { type: string; data: { position: number } };
    const feed = await auditor.get('/api/feed?limit=1000');
    const shown = (feed.body as unknown as { events: { position: number; stream: string }[] }).events;
    expect(message.data).toEqual(shown.find(({ position }) => position === message.data.position));
    expect(message.data).toMatchObject({ type: 'UnitEstablished', stream: `unit-${unitId}` });

    const path = `/api/webhooks/${made.body.id}`;
    await until(async () => JSON.stringify((await admin.get(path)).body).includes('lastSuccessAt":"'));
    const told = JSON.stringify([(await admin.get('/api/webhooks')).body, (await admin.get(path)).body, feed.body]);
    expect(told).not.toContain(secret);
    expect(told).toContain('"parkedCount":0');
    const paused = await admin.post(`${path}/pause`, { reason: 'bảo trì' });
    expect(paused).toMatchObject({ status: 200, body: { events: ['WebhookPaused'] } });
  });

  it('sees it paused when the receiver is gone, has it go on, and gets a new secret', async () => {
    answer = 410;
    got.length = 0;
    const { id } = (await admin.post('/api/webhooks', { url, eventTypes: ['UnitEstablished'] })).body;
    await api.unit('Đảng ủy phường', 'COMMUNE', province);
    await until(async () => JSON.stringify((await admin.get(`/api/webhooks/${id}`)).body).includes('"PAUSED"'));
    answer = 204;
    const rotated = await admin.post(`/api/webhooks/${id}/rotate-secret`);
    expect(rotated).toMatchObject({ status: 200, body: { events: ['WebhookSecretRotated'] } });
    expect(await admin.post(`/api/webhooks/${id}/resume`)).toMatchObject({ status: 200 });
    await until(() => got.length >= 2);
    const { secret } = rotated.body as unknown as { secret: string };
    const last = got.at(-1);
    expect(new Webhook(secret).verify(last?.body ?? '', last?.headers ?? {})).toBeDefined();
    expect(await admin.post(`/api/webhooks/${id}/replay`)).toMatchObject({
      status: 409,
      body: { code: 'nothing-parked' },
    });
    expect((await admin.get(`/api/webhooks/${id}/deliveries?status=parked`)).body).toMatchObject({
      items: [],
      next: null,
    });
    expect(await admin.post(`/api/webhooks/${id}/remove`, { reason: 'ngừng dùng' })).toMatchObject({ status: 200 });
    expect(await admin.post(`/api/webhooks/${id}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'webhook-removed' },
    });
  });

  it('is refused an address nobody listed, one with a password, and a type there is not', async () => {
    const register = (said: object) => admin.post('/api/webhooks', said);
    const refusal = (code: string) => ({ status: 422, body: { code } });
    expect(await register({ url: 'https://khac.example.vn' })).toMatchObject(refusal('target-not-listed'));
    expect(await register({ url: 'https://a:b@cong.example.vn' })).toMatchObject(refusal('target-malformed'));
    expect(await register({ url, eventTypes: ['ModelForgotten'] })).toMatchObject(refusal('event-type-unknown'));
    expect(await register({ url, eventTypes: ['WebhookPaused'] })).toMatchObject(refusal('event-type-unknown'));
  });
});

describe('what an administrator says of a webhook', () => {
  const register = async () => {
    const said = { url: 'https://cong.example.vn', eventTypes: ['CycleClosed'] };
    const made = await admin.post('/api/webhooks', said);
    return { path: `/api/webhooks/${made.body.id}`, stream: `webhook-${made.body.id}` };
  };
  const acts = async (stream: string) =>
    (await api.ports.store.readStream(stream, { from: 0, limit: 100 })).map(({ type }) => type);
  const secrets = async () =>
    (await api.pool.query('select count(*)::int as n from webhooks.secrets')).rows as object[];

  it.each([
    ['pause', { reason: 'bảo trì' }],
    ['remove', { reason: 'ngừng dùng' }],
    ['rotate-secret', {}],
  ])(
    '%s: dry it is only tried, on a revision that is past it is refused, under one key it is done once',
    async (act, body) => {
      const { path, stream } = await register();
      const before = await secrets();
      const send = (headers: object) =>
        admin.post(`${path}/${act}`, body, { headers: headers as Record<string, string> });

      const dry = await send({ 'x-kheo-dry-run': 'true' });
      expect([dry.status, dry.body.revision, dry.body['secret']]).toEqual([200, 1, undefined]);
      const stale = await send({ 'if-match': '"7"' });
      expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
      expect([await acts(stream), await secrets()]).toEqual([['WebhookRegistered'], before]);

      const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': '"0"' };
      const done = await send(headers);
      expect(done.status).toBe(200);
      expect((await send(headers)).body).toEqual(done.body);
      expect(await acts(stream)).toHaveLength(2);
    },
  );

  it('a registration that is only tried leaves no webhook and no secret', async () => {
    const [webhooks, before] = [(await admin.get('/api/webhooks')).body, await secrets()];
    const headers = { 'x-kheo-dry-run': 'true' };
    const dry = await admin.post('/api/webhooks', { url: 'https://cong.example.vn' }, { headers });
    expect([dry.status, dry.body['events'], dry.body['secret']]).toEqual([201, ['WebhookRegistered'], undefined]);
    expect([(await admin.get('/api/webhooks')).body, await secrets()]).toEqual([webhooks, before]);
  });

  it('each is listed once, page by page', async () => {
    const all = (await admin.get('/api/webhooks')).body.items;
    expect(all.length).toBeGreaterThan(1);
    const told = [];
    let query = '';
    for (let page = 0; page < all.length; page += 1) {
      const { items, next } = (await admin.get(`/api/webhooks?limit=1${query}`)).body;
      told.push(...items);
      query = `&after=${String(next)}`;
    }
    expect(told).toEqual(all);
  });
});
