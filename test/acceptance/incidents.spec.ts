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

/** As a reaction does that cannot go on; answers the incident's address. */
const raise = async (): Promise<string> => {
  const incidentId = randomUUID();
  const { store } = api.ports;
  const { events } = await store.readAll({ after: 0, limit: 1 });
  const [first] = events;
  if (first === undefined) throw new Error('there is no event to fail on');
  const { stream, revision, position, id: eventId, type: eventType } = first;
  const failure = { stream, revision, position, eventId, eventType, cause: 'không tới được', attempts: 3 };
  const data = { ...failure, incidentId, reaction: 'thu-nghiem' };
  const raised = { id: randomUUID(), type: 'IncidentRaised', data, meta: first.meta } as const;
  await store.append(`incident-${incidentId}`, 'no-stream', [raised]);
  return `/api/incidents/${incidentId}`;
};

const acts = async (path: string): Promise<readonly string[]> => {
  const events = await api.ports.store.readStream(`incident-${path.split('/').at(-1) ?? ''}`, { from: 0, limit: 100 });
  return events.map(({ type }) => type);
};

const because = (reason: string) => ({ reason });

describe.each(['retry', 'resolve'])('to %s an incident', (act) => {
  it('twice under one key acts once; another body under the key is refused', async () => {
    const path = await raise();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await admin.post(`${path}/${act}`, because('Đã sửa'), { headers });
    const again = await admin.post(`${path}/${act}`, because('Đã sửa'), { headers });
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await acts(path)).toHaveLength(2);
    const other = await admin.post(`${path}/${act}`, because('Việc khác'), { headers });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('on a revision that is past is refused, on the present one done', async () => {
    const path = await raise();
    const stale = await admin.post(`${path}/${act}`, because('Đã sửa'), { headers: { 'if-match': '"7"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
    expect(await acts(path)).toEqual(['IncidentRaised']);
    const done = await admin.post(`${path}/${act}`, because('Đã sửa'), { headers: { 'if-match': '"0"' } });
    expect(done.status).toBe(200);
  });

  it('dry tells what would happen and records nothing', async () => {
    const path = await raise();
    const dry = await admin.post(`${path}/${act}`, because('Đã sửa'), { headers: { 'x-kheo-dry-run': 'true' } });
    expect([dry.status, dry.body.revision]).toEqual([200, 1]);
    expect(await acts(path)).toEqual(['IncidentRaised']);
  });
});

describe('the incidents', () => {
  it('are listed page by page, and as a file in words', async () => {
    const path = await raise();
    await admin.post(`${path}/resolve`, because('Đã sửa tay'));
    const list = async (query: string) => (await admin.get(`/api/incidents?${query}`)).body;
    const { items, next } = await list('limit=2');
    const rest = await list(`after=${String(next)}`);
    expect([...items, ...rest.items]).toEqual((await list('')).items);
    expect(rest).toMatchObject({ next: null, position: expect.any(Number) as number });
    const file: unknown = await list('status=RESOLVED&format=csv');
    expect(String(file)).toContain('Khéo,Sự cố\r\n');
    expect(String(file)).toContain('Bộ lọc,Trạng thái: Đã xử lý\r\n');
    expect(String(file)).toMatch(/^thu-nghiem,[^,]+,không tới được,3,[\d/]+ [\d:]+,Đã xử lý,không,không,/mu);
  });
});
