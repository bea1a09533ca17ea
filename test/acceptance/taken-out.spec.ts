import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openList } from '#papers';
import { startApi, startPostgres, type Reply, type Session, type TestApi, type TestPostgres } from '#support';

const DAY_MS = 86_400_000;

let postgres: TestPostgres;
let api: TestApi;
let origin: string;
let province: string;
let officerId: string;
let auditorId: string;
let officer: Session;
let auditor: Session;
let admin: Session;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres, { at: '2026-02-02T02:00:00.000Z' });
  province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.unit('Xã Một', 'COMMUNE', province);
  officerId = await api.person('officer', { role: 'STANDING_BODY_OFFICER', unitId: province });
  auditorId = await api.person('auditor', { role: 'AUDITOR', unitId: province });
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  await signIn();
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const signIn = async (): Promise<void> => {
  officer = await api.signIn('officer');
  auditor = await api.signIn('auditor');
  admin = await api.signIn('admin');
};

/** What the log tells of what people took out. */
const written = async () => (await api.ports.store.readAll({ after: 0, limit: 1000, categories: ['reading'] })).events;

/** What the log tells of it since the act began. */
const writtenBy = async (act: () => Promise<unknown>) => {
  const before = (await written()).length;
  await act();
  return (await written()).slice(before);
};

const caughtUp = async (): Promise<void> => {
  expect(await api.ports.waitForReadModels(await api.ports.store.head(), 10_000)).toBe(true);
};

/** The log takes nothing while something is done. */
const whileTheLogIsAway = async <T>(act: () => Promise<T>): Promise<T> => {
  const { store } = api.ports;
  const { append } = store;
  Object.assign(store, { append: () => Promise.reject(new Error('the log is away')) });
  try {
    return await act();
  } finally {
    Object.assign(store, { append });
  }
};

const head = (path: string, { cookie }: Session) => api.app.inject({ method: 'HEAD', url: path, headers: { cookie } });

/** Opens a stream of the feed and leaves it again. */
const glance = async (cookie: string): Promise<number> => {
  const over = new AbortController();
  const { status } = await fetch(`${origin}/api/feed/stream`, { headers: { cookie }, signal: over.signal });
  over.abort();
  return status;
};

describe('a list that a person exports', () => {
  it('is told of each time: which, by what filter, how many rows, as of when and by whom', async () => {
    await caughtUp();
    let file: Reply | undefined;
    const events = await writtenBy(async () => {
      file = await officer.get('/api/units?format=csv&limit=1&asOf=2026-01-15');
      await officer.get(`/api/registrations?format=csv&unit=${province}&q=hoa`);
    });
    const actor = { personId: officerId, role: 'SELF', provenBy: 'PASSWORD' };
    const position = Number(file?.headers['x-kheo-position']);
    expect(events).toMatchObject([
      { type: 'ListExported', meta: { actor }, data: { list: 'units', rows: 2, position, personId: officerId } },
      { type: 'ListExported', meta: { actor }, data: { list: 'registrations', rows: 0 } },
    ]);
    expect(events.map(({ data }) => JSON.parse((data as { readonly filter: string }).filter) as unknown)).toEqual([
      { asOf: '2026-01-15' },
      { unit: province, q: 'hoa' },
    ]);
    expect(new Set(events.map(({ stream }) => stream))).toEqual(new Set([`reading-${officerId}-20260202`]));
  });

  it('tells in its first lines by what filter, all of it', async () => {
    const { body } = await officer.get(`/api/registrations?format=csv&unit=${province}`);
    expect(body as unknown).toContain('Bộ lọc,Đơn vị: Tỉnh ủy Minh Họa');
    const figures = await officer.get(`/api/statistics/movement?format=csv&unit=${province}&groupBy=unit`);
    expect(figures.body as unknown).toContain('Đơn vị: Tỉnh ủy Minh Họa; Nhóm theo: đơn vị');
  });

  it('may be a workbook: days are days, and it is told of as any other', async () => {
    const events = await writtenBy(async () => {
      const url = '/api/units?format=xlsx&asOf=2026-01-15';
      const { headers, rawPayload } = await api.app.inject({ url, headers: { cookie: officer.cookie } });
      expect(headers).toMatchObject({
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': 'attachment; filename=units.xlsx',
        'content-length': String(rawPayload.length),
      });
      const path = join(await mkdtemp(join(tmpdir(), 'kheo-taken-')), 'units.xlsx');
      await writeFile(path, rawPayload);
      const columns = ['Tên', 'Đơn vị cấp trên', 'Từ ngày'].map((heading) => ({
        key: heading,
        headers: [heading],
        required: true,
      }));
      const list = await openList(path, columns);
      await rm(dirname(path), { recursive: true });
      expect(list.rows.map(({ cells }) => cells)).toContainEqual({
        ...{ Tên: 'Xã Một', 'Đơn vị cấp trên': 'Tỉnh ủy Minh Họa', 'Từ ngày': '2025-07-01' },
      });
    });
    expect(events).toMatchObject([{ type: 'ListExported', data: { list: 'units', rows: 2 } }]);
  });

  it('may be the figures of the movement', async () => {
    const [figures] = await writtenBy(() => auditor.get('/api/statistics/movement?format=csv'));
    expect(figures).toMatchObject({ type: 'ListExported', data: { list: 'movement', filter: '{}' } });
  });

  it('is not told of when nothing goes out', async () => {
    const nothing = await writtenBy(async () => {
      expect((await officer.get('/api/units')).status).toBe(200);
      expect((await head('/api/units?format=csv', officer)).statusCode).toBe(200);
      expect((await officer.get('/api/units?format=csv&asOf=hom-nay')).status).toBe(400);
      expect((await officer.get(`/api/registrations/${crypto.randomUUID()}/timeline?format=csv`)).status).toBe(404);
      expect((await officer.get('/api/people/grants?format=csv')).status).toBe(403);
    });
    expect(nothing).toEqual([]);
  });

  it('does not go out when the log cannot tell of it', async () => {
    const { status, body } = await whileTheLogIsAway(() => officer.get('/api/units?format=csv'));
    expect([status, body.code]).toEqual([503, 'unavailable']);
  });
});

describe('the feed', () => {
  it('is not told to a person when the log cannot tell of it', async () => {
    const page = await whileTheLogIsAway(() => auditor.get('/api/feed'));
    expect([page.status, page.body.code]).toEqual([503, 'unavailable']);
    expect(await whileTheLogIsAway(() => glance(auditor.cookie))).toBe(503);
  });

  it('is not told of when nothing is read', async () => {
    const nothing = await writtenBy(async () => {
      expect((await head('/api/feed', auditor)).statusCode).toBe(200);
      expect((await head('/api/feed/stream', auditor)).statusCode).toBe(200);
      const ahead = (await api.ports.store.head()) + 1;
      expect((await auditor.get(`/api/feed?after=${String(ahead)}`)).status).toBe(409);
      expect((await officer.get('/api/feed')).status).toBe(403);
    });
    expect(nothing).toEqual([]);
  });

  it('read by a person is told of once a day, however often and by however many processes', async () => {
    const other = await startApi(postgres, { at: api.clock.now() });
    const elsewhere = await other.signIn('auditor');
    const events = await writtenBy(async () => {
      const [page, there] = await Promise.all([auditor.get('/api/feed?limit=1'), elsewhere.get('/api/feed?limit=1')]);
      expect([page.status, there.status, await glance(auditor.cookie)]).toEqual([200, 200, 200]);
      expect((await elsewhere.get('/api/feed?limit=1')).status).toBe(200);
    });
    await other.stop();
    expect(events).toMatchObject([
      {
        type: 'FeedRead',
        stream: `reading-${auditorId}-20260202`,
        meta: { actor: { personId: auditorId, role: 'AUDITOR', unitId: province } },
        data: { personId: auditorId },
      },
    ]);
  });

  it('polled again that day asks nothing of the stream that tells of it', async () => {
    const { store } = api.ports;
    const { append, readStream } = store;
    const refuse = () => Promise.reject(new Error('asked again'));
    Object.assign(store, { append: refuse, readStream: refuse });
    const polled = await auditor.get('/api/feed?limit=1');
    Object.assign(store, { append, readStream });
    expect(polled.status).toBe(200);
  });

  it('read by a program is not told of', async () => {
    const made = await admin.post('/api/api-keys', { consumer: 'Kho dữ liệu', scopes: ['feed'] });
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    const nothing = await writtenBy(async () => {
      expect((await api.app.inject({ url: '/api/feed', headers })).statusCode).toBe(200);
    });
    expect(nothing).toEqual([]);
  });

  it('shows who took what out, and the filter to whoever may have personal data', async () => {
    const filtersTold = async (scopes: readonly string[]) => {
      const made = await admin.post('/api/api-keys', { consumer: 'Kiểm toán', scopes });
      const headers = { authorization: `Bearer ${String(made.body['key'])}` };
      const { events } = (await api.app.inject({ url: '/api/feed?limit=1000', headers })).json<{
        readonly events: readonly { readonly type: string; readonly data: { readonly filter?: string | null } }[];
      }>();
      expect(events.map(({ type }) => type)).toEqual((await written()).map(({ type }) => type));
      return events.filter(({ type }) => type === 'ListExported').map(({ data }) => data.filter);
    };
    expect(new Set(await filtersTold(['feed:reading']))).toEqual(new Set([null]));
    expect(await filtersTold(['feed:reading', 'personal'])).toContain(`{"unit":"${province}","q":"hoa"}`);
  });

  it('is told of again the next day', async () => {
    api.clock.advance(DAY_MS);
    await signIn();
    const events = await writtenBy(async () => {
      await auditor.get('/api/feed?limit=1');
      await auditor.get('/api/feed?limit=1');
    });
    expect(events).toMatchObject([{ type: 'FeedRead', stream: `reading-${auditorId}-20260203` }]);
  });
});
