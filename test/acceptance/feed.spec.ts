import { logUnderTest, startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';
import { until } from '#support/until';

let postgres: TestPostgres;
let api: TestApi;
let origin: string;
let auditor: Session;
let admin: Session;
let stopped = false;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('auditor', { role: 'AUDITOR', unitId: province });
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  [auditor, admin] = [await api.signIn('auditor'), await api.signIn('admin')];
  await page(''); // The first of the day is told of in the log.
}, 120_000);

afterAll(async () => {
  if (!stopped) await api?.stop();
  await postgres?.stop();
});

interface FeedPage {
  readonly epoch: string;
  readonly events: readonly { readonly position: number; readonly type: string }[];
  readonly next: number;
}

const page = async (query: string): Promise<FeedPage> =>
  (await auditor.get(`/api/feed${query}`)).body as unknown as FeedPage;

const openStream = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${origin}/api/feed/stream`, { headers: { cookie: auditor.cookie, ...headers } });

/** Reads a stream until its text says so. */
const readUntil = async (
  reader: ReadableStreamDefaultReader<string>,
  enough: (text: string) => boolean,
): Promise<string> => {
  let text = '';
  while (!enough(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
};

const readerOf = (response: Response): ReadableStreamDefaultReader<string> => {
  if (response.body === null) throw new Error('no body');
  return response.body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
};

/** A page that waits, whatever is recorded meanwhile: its wait is over when somebody ends it, or after half a minute. */
const waitingPage = async (
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly answer: Promise<Response>; readonly wait: AbortSignal }> => {
  const { store } = api.ports;
  const { waitPast } = store;
  let wait: AbortSignal | undefined;
  Object.assign(store, {
    waitPast: (...[after, timeoutMs, signal]: Parameters<typeof waitPast>) => {
      if (timeoutMs !== 30_000) return waitPast(after, timeoutMs, signal);
      Object.assign(store, { waitPast });
      wait = signal;
      return waitPast(Number.MAX_SAFE_INTEGER, timeoutMs, signal);
    },
  });
  const answer = fetch(`${origin}/api/feed?after=${String(await store.head())}&wait=30`, { headers });
  return { answer, wait: await until(() => wait) };
};

const idsIn = (text: string): number[] => [...text.matchAll(/^id: (\d+)$/gmu)].map(([, id]) => Number(id));

/** What the log holds behind a position. */
const positionsOf = async (after: number): Promise<number[]> =>
  (await api.ports.store.readAll({ after, limit: 1000 })).events.map(({ position }) => position);

describe('the feed', () => {
  it('gives the whole log in pages, from the first event, without a gap and under one epoch', async () => {
    const head = await api.ports.store.head();
    const positions: number[] = [];
    const epochs = new Set<string>();
    for (let after = 0; after < head;) {
      const { events, next, epoch } = await page(`?after=${String(after)}&limit=3`);
      expect(events.length).toBeLessThanOrEqual(3);
      positions.push(...events.map(({ position }) => position));
      epochs.add(epoch);
      after = next;
    }
    expect(positions).toEqual(await positionsOf(0));
    expect(epochs.size).toBe(1);
  });

  it('answers a waiting consumer as soon as something happens', async () => {
    const head = await api.ports.store.head();
    const waiting = page(`?after=${String(head)}&wait=30`);
    await api.unit('Một đơn vị', 'COMMUNE', (await auditor.get('/api/units')).body.items[0]?.['id'] as string);
    expect((await waiting).events[0]?.position).toBe((await positionsOf(head))[0]);
  });

  it('tells a consumer that it is ahead of the log', async () => {
    const head = await api.ports.store.head();
    const reply = await auditor.get(`/api/feed?after=${String(head + 1)}`);
    expect([reply.status, reply.body.code]).toEqual([409, 'ahead-of-log']);
    const stream = await openStream({ 'last-event-id': String(head + 1) });
    expect(stream.status).toBe(409);
  });

  it('tells a consumer whose position is of another log the same', async () => {
    const [first = 0] = await positionsOf(0);
    const reply = await auditor.get(`/api/feed?after=${String(first + 1)}`);
    const known = logUnderTest === 'postgres'; // there every number up to the head is a position
    expect([reply.status, reply.body.code]).toEqual(known ? [200, undefined] : [409, 'ahead-of-log']);
  });

  it('goes on behind the last event a stream has seen', async () => {
    const head = await api.ports.store.head();
    const all = readerOf(await openStream());
    const positions = await positionsOf(0);
    expect(idsIn(await readUntil(all, (text) => text.includes(`id: ${String(head)}\n`)))).toEqual(positions);
    await all.cancel();
    const rest = readerOf(await openStream({ 'last-event-id': String(positions.at(-3)) }));
    const text = await readUntil(rest, (seen) => seen.includes(`id: ${String(head)}\n`));
    expect(text).toContain('event: epoch');
    expect(idsIn(text)).toEqual(positions.slice(-2));
    await rest.cancel();
  });
});

describe('whoever may read no longer is cut off, whatever is open', () => {
  interface Reader {
    readonly headers: Readonly<Record<string, string>>;
    readonly leave: () => Promise<{ readonly status: number }>;
  }
  let readers = 0;
  const person = async (
    leave: (personId: string, session: Session) => ReturnType<Reader['leave']>,
  ): Promise<Reader> => {
    const { rootId = '' } = (await api.ports.directory.current()).tree;
    const name = `reader-${String((readers += 1))}`;
    const personId = await api.person(name, { role: 'AUDITOR', unitId: rootId });
    const session = await api.signIn(name);
    return { headers: { cookie: session.cookie }, leave: () => leave(personId, session) };
  };
  const program = async (): Promise<Reader> => {
    const { body } = await admin.post('/api/api-keys', { consumer: 'Kho dữ liệu', scopes: ['feed'] });
    const headers = { authorization: `Bearer ${String(body['key'])}` };
    return { headers, leave: () => admin.post(`/api/api-keys/${body.id}/revoke`) };
  };
  const endAppointment = async (personId: string): ReturnType<Reader['leave']> => {
    const { appointments } = (await admin.get(`/api/people/${personId}`)).body;
    const [{ appointmentId } = {}] = appointments as readonly { readonly appointmentId?: string }[];
    const ended = await admin.post(`/api/people/${personId}/end-appointment`, { appointmentId, reason: 'Nghỉ hưu' });
    api.clock.advance(1);
    return ended;
  };

  it.each<[string, () => Promise<Reader>]>([
    ['the account is disabled', () => person((id) => admin.post(`/api/people/${id}/disable-account`))],
    ['the account is reset', () => person((id) => admin.post(`/api/people/${id}/reset-account`))],
    ['the person signs out', () => person((_id, session) => session.delete('/api/session'))],
    ['the appointment ends', () => person(endAppointment)],
    ['the key is revoked', program],
  ])('when %s', async (_how, enter) => {
    const { headers, leave } = await enter();
    const head = await api.ports.store.head();
    const stream = readerOf(await fetch(`${origin}/api/feed/stream?after=${String(head)}`, { headers }));
    await readUntil(stream, (text) => text.includes('still here'));
    const { answer, wait } = await waitingPage(headers);
    expect((await leave()).status).toBeLessThan(300);
    await readUntil(stream, () => false);
    expect([(await answer).status, wait.aborted]).toEqual([401, true]);
    const again = await fetch(`${origin}/api/feed?after=${String(head)}`, { headers });
    expect([401, 403]).toContain(again.status);
  });
});

describe('an api key', () => {
  it('opens the feed, nothing else, until it is revoked', async () => {
    const made = await admin.post('/api/api-keys', { consumer: 'Kho dữ liệu tỉnh', scopes: ['feed'] });
    expect(made.status).toBe(201);
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    const ask = (path: string): Promise<Response> => fetch(`${origin}${path}`, { headers });
    expect((await ask('/api/feed')).status).toBe(200);
    expect((await ask('/api/people')).status).toBe(403);
    const listed = JSON.stringify((await admin.get('/api/api-keys')).body);
    expect(listed).toContain('Kho dữ liệu tỉnh');
    expect(listed).not.toContain(String(made.body['key']));
    await admin.post(`/api/api-keys/${made.body.id}/revoke`);
    expect((await ask('/api/feed')).status).toBe(401);
  });
});

describe('stopping', () => {
  it('answers what waits, ends streams and leaves no connection open', async () => {
    const head = await api.ports.store.head();
    const stream = readerOf(await openStream({ 'last-event-id': String(head) }));
    await readUntil(stream, (text) => text.includes('still here'));
    const { store } = api.ports;
    const { waitPast } = store;
    const waits: number[] = [];
    Object.assign(store, {
      waitPast: (...args: Parameters<typeof waitPast>) => {
        waits.push(args[1]);
        return waitPast(...args);
      },
    });
    const waiting = fetch(`${origin}/api/feed?after=${String(head)}&wait=30`, { headers: { cookie: auditor.cookie } });
    await until(() => waits.includes(30_000));
    stopped = true;
    await api.stop();
    expect((await waiting).status).toBe(200);
    expect((await stream.read()).done).toBe(true);
  }, 8000);
});
