import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';
import { until } from '#support/until';

const PERSON = 'Nguyễn Thị Hoa Mười Giờ';
const REASON = 'Vì hoàn cảnh gia đình của chị Hoa';

let postgres: TestPostgres;
let api: TestApi;
let admin: Session;
let province: string;
let receiver: Server;
let address: string;
let origin: string;
const got: string[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push(`${String(request.url)} ${body}`);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}`;
  postgres = await startPostgres();
  api = await startApi(postgres, { at: new Date().toISOString(), config: { webhookTargets: `${address}!private` } });
  province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.person('auditor', { role: 'AUDITOR', unitId: province });
  admin = await api.signIn('admin');
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
  receiver?.closeAllConnections();
  receiver?.close();
});

/** A person is entered and a commune made and closed: names, and a text about somebody. */
const somethingHappens = async (): Promise<void> => {
  const done = ({ status, body }: Awaited<ReturnType<Session['post']>>) => {
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  done(await admin.post('/api/people', { name: PERSON, email: 'hoa@vi.du.vn' }));
  const today = new Date().toISOString().slice(0, 10);
  const unit = { name: 'Chi bộ Sẽ Đóng', kind: 'UNIT', parentId: province, from: '2025-07-01' };
  const { id } = done(await admin.post('/api/units', unit));
  done(await admin.post(`/api/units/${id}/close`, { on: today, reason: REASON }));
};

const keyWith = async (...scopes: readonly string[]): Promise<string> => {
  const { status, body } = await admin.post('/api/api-keys', { consumer: 'Kho dữ liệu', scopes });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body['key'] as string;
};

interface Page {
  readonly events: readonly { readonly type: string; readonly stream: string; readonly data: object }[];
  readonly next: number;
}

const feed = async (key: string): Promise<Page> => {
  const headers = { authorization: `Bearer ${key}` };
  const { payload } = await api.app.inject({ url: '/api/feed?limit=1000', headers });
  return JSON.parse(payload) as Page;
};

/** What a stream tells until it told of the closing of the unit. */
const streamed = async (key: string): Promise<string> => {
  const over = new AbortController();
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(`${origin}/api/feed/stream`, { headers, signal: over.signal });
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('UnitClosed')) break;
  }
  over.abort();
  return text;
};

const PERSONAL = [PERSON, 'hoa@vi.du.vn', REASON];

describe('the feed', () => {
  it('carries no personal data but for a key that has the scope for it; each such field is null', async () => {
    await somethingHappens();
    const [plain, named] = [await keyWith('feed'), await keyWith('feed', 'personal')];
    const told = JSON.stringify(await feed(plain));
    const whole = JSON.stringify(await feed(named));
    for (const hidden of PERSONAL) expect([told.includes(hidden), whole.includes(hidden)]).toEqual([false, true]);
    const entered = (await feed(plain)).events.filter(({ type }) => type === 'PersonEntered');
    expect(entered.at(-1)?.data).toMatchObject({ name: null, email: null, personId: expect.any(String) as string });
    expect(told).toContain('Chi bộ Sẽ Đóng');
  });

  it('as a stream neither, old events and new ones, beside a reader who has the scope', async () => {
    const [plain, named] = [await keyWith('feed'), await keyWith('feed', 'personal')];
    const [told, whole] = await Promise.all([streamed(plain), streamed(named)]);
    for (const hidden of PERSONAL) expect([told.includes(hidden), whole.includes(hidden)]).toEqual([false, true]);
  });

  it('tells a key for some categories their events only, in pages and as a stream', async () => {
    const key = await keyWith('feed:unit');
    const { events, next } = await feed(key);
    expect(new Set(events.map(({ stream }) => stream.split('-')[0]))).toEqual(new Set(['unit']));
    expect(next).toBe(await api.ports.store.head());
    const types = [...(await streamed(key)).matchAll(/"type":"(\w+)","version"/gu)].map(([, type]) => type);
    expect(types.every((type) => type?.startsWith('Unit'))).toBe(true);
    expect(types).toContain('UnitClosed');
  });

  it('is closed to a key of before that may have personal data and no category', async () => {
    const { apiKeys, clock } = api.ports;
    const made = { consumer: 'Kho dữ liệu', scopes: ['personal'], createdBy: randomUUID(), at: clock.now() } as const;
    const key = await apiKeys.create({ ...made, id: randomUUID() });
    const headers = { authorization: `Bearer ${typeof key === 'string' ? key : ''}` };
    expect((await api.app.inject({ url: '/api/feed', headers })).statusCode).toBe(403);
  });
});

describe('a webhook', () => {
  it('is told no personal data but where an administrator registered it so', async () => {
    const eventTypes = ['PersonEntered', 'UnitClosed'];
    for (const [path, more] of [
      ['/khong', {}],
      ['/co', { personal: true }],
    ] as const)
      expect((await admin.post('/api/webhooks', { url: `${address}${path}`, eventTypes, ...more })).status).toBe(201);
    await somethingHappens();
    const at = (path: string) => got.filter((each) => each.startsWith(`${path} `) && !each.includes('Chi bộ'));
    await until(() => [at('/khong'), at('/co')].every((each) => each.some((body) => body.includes('UnitClosed'))));
    const [told, whole] = [at('/khong').join('\n'), at('/co').join('\n')];
    for (const hidden of PERSONAL) expect([told.includes(hidden), whole.includes(hidden)]).toEqual([false, true]);
    const { items } = (await admin.get('/api/webhooks')).body;
    const isPersonal = items.map(({ url, personal }) => [url, personal]);
    expect(new Map(isPersonal as [string, boolean][])).toEqual(
      new Map([
        [`${address}/khong`, false],
        [`${address}/co`, true],
      ]),
    );
  });
});
