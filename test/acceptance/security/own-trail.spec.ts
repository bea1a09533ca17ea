import { ROLES, type Role } from '#domain';
import type { Session } from '#support';
import { ISSUE, RESULTS, SCORES } from './life.ts';
import { done, form, PAPER, startWorld, type World } from './world.ts';

let world: World;
const people = new Map<string, Session>();
/** A model of A that is recognized, one of B that drops out of the same decision, one of A under appraisal. */
const models = { A: '', B: '', open: '' };

const step = async (id: string, session: Session, command: string, body: object = {}): Promise<void> => {
  done(await session.post(`/api/registrations/${id}/${command}`, body));
};

/** Up to the team's declarations, one of which is a conflict. */
const appraised = async (unit: 'A' | 'B', name: string, team: readonly (readonly [string, Session])[]) => {
  const { keeper, life, belongings } = world;
  const id = await life.draft({ unitId: belongings[unit].unitId, form: form(name) });
  for (const each of ['submit', 'accept', 'start'] as const) done(await life[each](id));
  await step(id, keeper, 'request-recognition', { evidenceIds: [], results: RESULTS });
  await step(id, keeper, 'open-appraisal', { team: team.map(([personId]) => personId), dueOn: '2026-11-01' });
  for (const [index, [, member]] of team.entries())
    await step(
      id,
      member,
      'declare-interest',
      index === 0 ? { conflict: false } : { conflict: true, detail: 'Họ hàng' },
    );
  await step(id, team[0]![1], 'score', { scores: SCORES });
  return id;
};

beforeAll(async () => {
  world = await startWorld();
  const add = async (name: string, unit: 'P' | 'A' | 'B', ...roles: readonly Role[]) => {
    const { session, id } = await world.person(`so-${String(people.size)}`, unit, ...roles);
    people.set(name, session);
    return [id, session] as const;
  };
  for (const role of ['UNIT_HEAD', 'APPRAISER', 'COUNCIL_MEMBER'] as const) await add(`${role} in A`, 'A', role);
  for (const role of ['INSPECTOR', 'SYSTEM_ADMIN'] as const)
    for (const unit of ['A', 'P'] as const) await add(`${role} in ${unit}`, unit, role);
  await add('UNIT_HEAD in B', 'B', 'UNIT_HEAD');
  await add('UNIT_HEAD and INSPECTOR in B', 'B', 'UNIT_HEAD', 'INSPECTOR');
  await add('nobody', 'P');
  const impartial = await add('the team', 'P', 'APPRAISER');
  const conflicted = await add('the team, with a conflict', 'P', 'APPRAISER');
  const signer = await add('the team, with another role', 'P', 'APPRAISER', 'COUNCIL_MEMBER');

  const { keeper, second, belongings, cycleId } = world;
  models.A = await appraised('A', 'Mô hình được công nhận', [impartial, conflicted, signer]);
  models.B = await appraised('B', 'Mô hình rơi khỏi quyết định', [impartial]);
  models.open = await appraised('A', 'Mô hình đang thẩm định', [impartial, signer]);
  const { session: third } = await world.person('third', 'P', ...ROLES);
  for (const id of [models.A, models.B]) await step(id, third, 'conclude-appraisal');
  const items = [models.A, models.B].map((id) => ({ kind: 'registration', id }));
  const book = { unitId: belongings.P.unitId, cycleId, act: 'RECOGNIZE', title: 'Công nhận hai mô hình', items };
  const decision = `/api/decisions/${done(await second.post('/api/decisions', book)).id}`;
  done(await keeper.post(`${decision}/freeze`));
  const wrong = { field: 'name', newValue: 'Mô hình đã đính chính', reason: 'Viết nhầm', document: PAPER };
  await step(models.B, keeper, 'request-correction', wrong);
  done(await second.post(`${decision}/issue`, ISSUE));
  const head = await world.api.ports.store.head();
  await keeper.get('/api/tasks', { headers: { 'x-kheo-wait-for': String(head) } });
}, 180_000);

afterAll(() => world?.stop());

interface Entry {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly position: number;
}

/** What tells of things, by the category of their streams. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  registration: 'registrations',
  decision: 'decisions',
  commendation: 'commendations',
  report: 'reports',
  unit: 'units',
  cycle: 'cycles',
  regulation: 'regulations',
  person: 'people',
};

/** Every page of a list; none where it is refused. */
const pagesOf = async (session: Session, url: string): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for (let after = ''; ;) {
    const { status, body } = await session.get(`${url}${after}`);
    if (status !== 200) return entries;
    entries.push(...(body.items as unknown as readonly Entry[]));
    if (typeof body['next'] !== 'string') return entries;
    after = `&after=${encodeURIComponent(body['next'])}`;
  }
};

const timelines = async (): Promise<readonly string[]> => {
  const { events } = await world.api.ports.store.entries.readAll({ after: 0, limit: 100_000 });
  const streams = [...new Set(events.map(({ stream }) => stream))];
  return streams.flatMap((stream) => {
    const at = stream.indexOf('-');
    const collection = COLLECTIONS[stream.slice(0, at)];
    return collection === undefined ? [] : [`/api/${collection}/${stream.slice(at + 1)}/timeline?limit=200`];
  });
};

describe('the trail of who is told the whole of nothing', () => {
  it.each([
    'UNIT_HEAD in A',
    'APPRAISER in A',
    'COUNCIL_MEMBER in A',
    'INSPECTOR in A',
    'INSPECTOR in P',
    'SYSTEM_ADMIN in A',
    'SYSTEM_ADMIN in P',
    'UNIT_HEAD in B',
    'UNIT_HEAD and INSPECTOR in B',
    'the team',
    'the team, with a conflict',
    'the team, with another role',
    'nobody',
  ])('tells %s what the timelines tell them, each event once, and nothing else', async (who) => {
    const session = people.get(who)!;
    const told = new Map<string, Entry>();
    for (const url of await timelines())
      for (const entry of await pagesOf(session, url)) told.set(entry.eventId, entry);
    const expected = [...told.values()].sort(
      (one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt) || one.position - other.position,
    );
    expect(expected.length).toBeGreaterThan(20);
    const trail = await pagesOf(session, '/api/audit?limit=17');
    expect(trail.map(({ eventId, type, stream }) => ({ eventId, type, stream }))).toEqual(
      expected.map(({ eventId, type, stream }) => ({ eventId, type, stream })),
    );
    expect(trail).toEqual(expected.map((entry) => expect.objectContaining(entry) as unknown));
    const back = await pagesOf(session, '/api/audit?limit=200&sort=-recordedAt');
    expect(back.map(({ eventId }) => eventId)).toEqual(trail.map(({ eventId }) => eventId).toReversed());
  });

  it('holds back who gave which points, what became of others and what belongs to nobody', async () => {
    const typesTold = async (who: string, query: string) => {
      const { body } = await people.get(who)!.get(`/api/audit?limit=200&${query}`);
      return body.items as unknown as readonly (Entry & { readonly data: Readonly<Record<string, unknown>> })[];
    };
    const open = async (who: string) =>
      (await typesTold(who, 'kind=APPRAISALS')).filter(
        ({ type, stream }) => type === 'ModelScored' && stream === `registration-${models.open}`,
      );
    expect(await open('UNIT_HEAD in A')).toMatchObject([{ data: expect.not.objectContaining({ scores: SCORES }) }]);
    expect(await open('the team')).toMatchObject([{ data: { scores: SCORES } }]);
    expect(await open('the team, with a conflict')).toEqual([]);
    const decided = async (who: string) =>
      (await typesTold(who, 'kind=DECISIONS')).map(({ type, data }) => [type, data['id']].join(' '));
    expect(await decided('UNIT_HEAD in A')).toContain(`DecisionItemApplied ${models.A}`);
    expect(await decided('UNIT_HEAD in A')).not.toContain(`DecisionItemRejected ${models.B}`);
    expect(await decided('UNIT_HEAD in B')).toContain(`DecisionItemRejected ${models.B}`);
    const accounts = await typesTold('UNIT_HEAD in A', 'kind=ACCOUNTS');
    expect(new Set(accounts.map(({ stream }) => stream)).size).toBe(1);
    for (const kind of ['EXPORTS', 'INCIDENTS', 'EVIDENCE'])
      expect((await people.get('UNIT_HEAD in A')!.get(`/api/audit?kind=${kind}`)).body.code).toBe('role-not-allowed');
  });
});
