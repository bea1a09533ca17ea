import { once } from 'node:events';
import { connect } from 'node:net';
import type { Role } from '#domain';
import type { Session } from '#support';
import { until, untilQuiet } from '#support/until';
import { ISSUE } from './security/life.ts';
import { form, startWorld, type World } from './security/world.ts';

let world: World;
let origin: string;
let stopped = false;

beforeAll(async () => {
  world = await startWorld();
  await world.api.app.listen(0, '127.0.0.1');
  origin = await world.api.app.getUrl();
  await untilQuiet(world.api.ports.store);
}, 120_000);

afterAll(async () => {
  if (!stopped) await world?.stop();
});

interface Update {
  readonly position: number;
  readonly changed: readonly string[];
}

interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly told: readonly Update[];
  /** Resolves once it is over. */
  readonly ended: Promise<void>;
  close(): void;
}

const pages: Page[] = [];

/** A page as a browser keeps it open: with the cookie, and nothing else at first. */
const openPage = async ({ cookie }: Session, query = '', headers: Record<string, string> = {}): Promise<Page> => {
  const response = await fetch(`${origin}/api/updates${query}`, { headers: { cookie, ...headers } });
  const decoder = new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>;
  const reader = response.body?.pipeThrough(decoder).getReader();
  const told: Update[] = [];
  const read = async (): Promise<void> => {
    for (let text = ''; ;) {
      const { value = '', done = true } = (await reader?.read()) ?? {};
      if (done) return;
      const frames = `${text}${value}`.split('\n\n');
      text = frames.pop() ?? '';
      const data = frames.flatMap((frame) => /^data: (.*)$/mu.exec(frame)?.[1] ?? []);
      told.push(...data.map((each) => JSON.parse(each) as Update));
    }
  };
  const ended = read();
  const { status, headers: sent } = response;
  const page: Page = { status, headers: sent, told, ended, close: () => void reader?.cancel() };
  pages.push(page);
  if (page.status === 200) await until(() => told[0]);
  return page;
};

afterEach(async () => {
  for (const page of pages.splice(0)) {
    page.close();
    await page.ended;
  }
});

const kindsTold = ({ told }: Page): string[] => [...new Set(told.flatMap(({ changed }) => changed))].sort();

let people = 0;
const somebody = (unit: 'P' | 'A' | 'B', ...roles: readonly Role[]) =>
  world.person(`page-${String((people += 1))}`, unit, ...roles);

const draftIn = async (unit: 'A' | 'B', name = 'Vườn rau sạch'): Promise<{ id: string; position: number }> => {
  const { unitId } = world.belongings[unit];
  const drafted = await world.keeper.post('/api/registrations', { unitId, cycleId: world.cycleId, form: form(name) });
  if (drafted.status !== 201) throw new Error(JSON.stringify(drafted.body));
  return drafted.body;
};

describe('an open page', () => {
  it('is told which kinds of what its reader sees changed, and never of what others see', async () => {
    const here = await openPage((await somebody('A', 'UNIT_OFFICER')).session);
    const there = await openPage((await somebody('B', 'UNIT_OFFICER')).session);
    await draftIn('B');
    await until(() => kindsTold(there).includes('registrations'));
    await world.api.unit('Chi bộ mới', 'UNIT', world.belongings.B.unitId);
    await until(() => kindsTold(here).includes('units'));
    expect(kindsTold(here)).toEqual(['units']);
    expect(kindsTold(there)).toEqual(['registrations', 'units']);
  });

  it('tells no content: a position, and names of lists', async () => {
    const page = await openPage((await somebody('A', 'UNIT_OFFICER')).session);
    const { position } = await draftIn('A', 'Tên không được lộ');
    const update = await until(() => page.told.find(({ changed }) => changed.length > 0));
    expect(update).toEqual({ position, changed: ['registrations'] });
  });

  it('tells of people, webhooks and keys only those who are shown them', async () => {
    const root = await openPage((await somebody('P', 'SYSTEM_ADMIN')).session);
    const admin = await openPage((await somebody('A', 'SYSTEM_ADMIN')).session);
    const officer = await openPage((await somebody('A', 'UNIT_OFFICER')).session);
    await world.keeper.post('/api/api-keys', { consumer: 'Cổng thông tin', scopes: ['feed'] });
    await somebody('A', 'UNIT_HEAD');
    await until(() => kindsTold(root).includes('people') && kindsTold(root).includes('api-keys'));
    await until(() => kindsTold(admin).includes('people'));
    await draftIn('A');
    await until(() => kindsTold(officer).includes('registrations'));
    expect([kindsTold(admin), kindsTold(officer)]).toEqual([['people', 'registrations'], ['registrations']]);
  });

  it('is told of an issued decision that names something of the unit its reader speaks for', async () => {
    const { life, api } = world;
    const { session } = await somebody('A', 'UNIT_HEAD');
    const page = await openPage(session, `?after=${String(await api.ports.store.head())}`);
    const id = await life.draft({ form: form('Tổ hòa giải kiểu mẫu') });
    for (const step of [
      'submit',
      'accept',
      'start',
      'request',
      'openAppraisal',
      'declare',
      'score',
      'conclude',
    ] as const)
      expect((await life[step](id)).status).toBe(200);
    const { id: decision } = (await life.draftDecision(id)).body;
    await life.freeze(decision);
    await untilQuiet(api.ports.store);
    expect(kindsTold(page)).toEqual(['registrations']);
    const { session: signer } = await somebody('P', 'DECISION_SIGNER');
    expect((await signer.post(`/api/decisions/${decision}/issue`, ISSUE)).status).toBe(200);
    await until(() => kindsTold(page).includes('decisions'));
  });

  it('is told once the read models hold the change, not before', async () => {
    const { session } = await somebody('A', 'UNIT_OFFICER');
    const page = await openPage(session);
    const client = await world.api.pool.connect();
    await client.query('begin; lock table read_models.registrations in access exclusive mode');
    const { id, position } = await draftIn('A');
    await new Promise((resolve) => setTimeout(resolve, 700));
    const early = [...kindsTold(page)];
    await client.query('rollback');
    client.release();
    await until(() => page.told.some((update) => update.position >= position));
    expect(early).toEqual([]);
    expect((await session.get(`/api/registrations/${id}`)).status).toBe(200);
  });

  it('goes on where it was when the line broke, and says so when it comes from another log', async () => {
    const { session } = await somebody('A', 'UNIT_OFFICER');
    const first = await openPage(session);
    const [{ position } = { position: 0 }] = first.told;
    first.close();
    const { position: later } = await draftIn('A');
    await untilQuiet(world.api.ports.store);
    const again = await openPage(session, '', { 'last-event-id': String(position) });
    expect(again.told[0]).toEqual({ position: later, changed: ['registrations'] });
    const nothing = await openPage(session, `?after=${String(later)}`);
    expect(nothing.told[0]).toEqual({ position: later, changed: [] });
    expect((await openPage(session, `?after=${String(later + 1_000_000)}`)).status).toBe(409);
    expect((await openPage(session, '', { 'last-event-id': 'x' })).status).toBe(400);
  });

  it('that was away for long is told to ask for everything it shows', async () => {
    const { session } = await somebody('A', 'UNIT_OFFICER');
    const { store } = world.api.ports;
    while ((await store.readAll({ after: 0, limit: 501 })).events.length < 501) await draftIn('B');
    await untilQuiet(store);
    const [update] = (await openPage(session, '?after=0')).told;
    expect(update?.changed).toEqual(expect.arrayContaining(['registrations', 'reports', 'inbox', 'units']));
    expect(update?.changed).not.toContain('api-keys');
  });

  it('is nothing that a cache or a proxy may hold up', async () => {
    const { headers } = await openPage((await somebody('A', 'UNIT_OFFICER')).session);
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('is followed for all at once: more pages ask the log no oftener', async () => {
    const { session } = await somebody('A', 'UNIT_OFFICER');
    const opened = await Promise.all(Array.from({ length: 8 }, () => openPage(session)));
    const { entries } = world.api.ports.store;
    const { readAll } = entries;
    let reads = 0;
    Object.assign(entries, {
      readAll: (...asked: Parameters<typeof readAll>) => {
        reads += Number(asked[0].limit === 500);
        return readAll.apply(entries, asked);
      },
    });
    await draftIn('A');
    for (const page of opened) await until(() => kindsTold(page).includes('registrations'));
    Object.assign(entries, { readAll });
    expect(reads).toBeLessThan(8);
  });

  it('is told all the same when the log or the database did not answer for a while', async () => {
    const page = await openPage((await somebody('A', 'UNIT_OFFICER')).session);
    const { entries } = world.api.ports.store;
    const { readAll } = entries;
    Object.assign(entries, {
      readAll: () => {
        Object.assign(entries, { readAll });
        return Promise.reject(new Error('out of reach'));
      },
    });
    await draftIn('A');
    await until(() => kindsTold(page).includes('registrations'));
  });
});

describe('a page is over', () => {
  const ANOTHER = (): object => ({
    ...{ unitId: world.belongings.B.unitId, role: 'UNIT_OFFICER', from: '2026-02-02' },
    document: { number: '02-QĐ/TU', issuedOn: '2026-02-02' },
  });
  const endAppointment = async (id: string): Promise<void> => {
    const { appointments } = (await world.keeper.get(`/api/people/${id}`)).body;
    const [{ appointmentId } = {}] = appointments as readonly { readonly appointmentId?: string }[];
    const end = { appointmentId, reason: 'Nghỉ hưu' };
    expect((await world.keeper.post(`/api/people/${id}/end-appointment`, end)).status).toBe(200);
    world.api.clock.advance(1);
  };

  it.each<[string, (who: { readonly id: string; readonly session: Session }) => Promise<unknown>]>([
    ['the person signs out', ({ session }) => session.delete('/api/session')],
    ['the account is disabled', ({ id }) => world.keeper.post(`/api/people/${id}/disable-account`)],
    ['the appointment ends', ({ id }) => endAppointment(id)],
    ['another right is given', ({ id }) => world.appoint(id, ANOTHER())],
  ])('when %s', async (_how, leave) => {
    const who = await somebody('A', 'UNIT_OFFICER');
    const page = await openPage(who.session);
    await leave(who);
    await page.ended;
  });

  it('when too many of one session are open, until one is closed', async () => {
    const { session } = await somebody('A', 'UNIT_OFFICER');
    const opened = await Promise.all(Array.from({ length: 10 }, () => openPage(session)));
    const refused = await session.get('/api/updates');
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-open-pages']);
    opened[0]?.close();
    await until(async () => (await openPage(session)).status === 200);
  });

  it('when the server stops, and holds it up no moment', async () => {
    const page = await openPage((await somebody('A', 'UNIT_OFFICER')).session);
    // Browsers connect beforehand, for what they may ask later.
    const unused = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(unused, 'connect');
    stopped = true;
    const stopping = world.stop();
    await page.ended;
    await stopping;
  }, 8000);
});
