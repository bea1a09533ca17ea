import { ROLES, type Role } from '#domain';
import type { Session } from '#support';
import { readPermissions, type Row, type Verdict } from './permission-table.ts';
import {
  ENDLESS,
  describedRoutes,
  differences,
  requestFor,
  routesOf,
  send,
  type Request,
  type Sent,
} from './routes.ts';
import { done, RELATIONS, startWorld, TODAY, UNITS, type Belongings, type Relation, type World } from './world.ts';

const TABLE = readPermissions();
const DRY_RUN = { headers: { 'x-kheo-dry-run': 'true' } } as const;
const OUTSIDE = ['parent', 'sibling', 'foreign'] as const satisfies readonly Relation[];

let world: World;
const inA = new Map<Role, Session>();
const ended = new Map<Role, Session>();

beforeAll(async () => {
  world = await startWorld();
  for (const role of ROLES) {
    inA.set(role, (await world.person(`a-${role}`, 'A', role)).session);
    ended.set(role, await endedYesterday(role));
  }
  const head = await world.api.ports.store.head();
  await world.keeper.get('/api/tasks', { headers: { 'x-kheo-wait-for': String(head) } });
}, 120_000);

afterAll(() => world?.stop());

const endedYesterday = async (role: Role): Promise<Session> => {
  const name = `ended-${role}`;
  const { session, id } = await world.person(name, 'A');
  const { unitId } = world.belongings.A;
  const document = { number: '01-QĐ/TU', issuedOn: '2025-07-01' };
  const appointment = { unitId, role, from: '2025-07-01', until: '2026-02-01', document };
  await world.appoint(id, appointment);
  return session;
};

const of = (relation: Relation): Belongings => world.belongings[RELATIONS[relation]];

const traces = (text: string, things: Belongings): boolean =>
  [
    ...[things.secret, things.registration, things.draft, things.decision, things.commendation, things.evidence],
    ...[things.report, things.duty],
  ].some((each) => text.includes(each));

const LISTS_BY_UNIT =
  /^GET \/api\/(registrations|decisions|commendations|reports|reports\/coverage|reminders|people|people\/grants|audit|statistics\/movement)$/u;

/** What some routes cannot be asked without. */
const ASKED: Readonly<Record<string, (things: Belongings) => string>> = {
  'GET /api/decisions/candidates': ({ unitId }) => `act=RECOGNIZE&unit=${unitId}`,
  'GET /api/units/{id}/signing-bodies': () => 'act=RECOGNIZE',
  'GET /api/search': ({ secret }) => `q=${encodeURIComponent(secret.slice(0, 20))}`,
};

const ask = async (route: string, things: Belongings, session: Session | undefined): Promise<Sent> => {
  const request: Request = await requestFor(world, route, things, await cookieFor(route, session));
  if (ENDLESS.includes(route)) return send(world, { ...request, url: `${request.url}?after=999999999` });
  const asked = ASKED[route]?.(things);
  if (asked !== undefined) return send(world, { ...request, url: `${request.url}?${asked}` });
  const period = route === 'GET /api/reports/coverage' ? '&period=H1-2026' : '';
  if (LISTS_BY_UNIT.test(route))
    return send(world, { ...request, url: `${request.url}?unit=${things.unitId}${period}` });
  return send(world, request);
};

/** A sign-out ends the session: it gets one of its own. */
const cookieFor = async (route: string, session: Session | undefined): Promise<string> => {
  if (session === undefined) return '';
  return route === 'DELETE /api/session' ? (await world.api.signIn('keeper')).cookie : session.cookie;
};

/** Nothing of theirs is told; the figures of the unit above are those of the part one sees. */
const isEmpty = ({ text }: Sent, things: Belongings): boolean => {
  if (traces(text, things)) return false;
  const { items, total, obliged } = JSON.parse(text) as Partial<Listed>;
  const figure = total?.registered ?? obliged;
  const ofTheOthers = things !== of('parent');
  if (figure === undefined) return items !== undefined;
  return figure === (ofTheOthers ? 0 : total === undefined ? OWED_IN_A : 2);
};

/** Its own report, the consolidated one, and that of the unit below. */
const OWED_IN_A = 3;

interface Listed {
  readonly items: readonly object[];
  readonly total: { readonly registered: number };
  readonly obliged: number;
}

const verdictOf = (answer: Sent): string => {
  if (answer.code === 'not-signed-in') return '401';
  if (['role-not-allowed', 'forbidden'].includes(answer.code)) return '403';
  if (answer.code === 'not-found') return '404';
  return answer.status < 500 && answer.code !== 'malformed' ? 'may' : `${String(answer.status)} ${answer.text}`;
};

const expectedAt = ({ elsewhere }: Row, cell: string, relation: Relation): Verdict => {
  if (cell === '∀') return 'may';
  if (cell === '–') return '404';
  if (cell === '↓' && relation === 'own') return '403';
  if (cell === '↓') return relation === 'child' ? 'may' : (elsewhere as Verdict);
  if (cell === '⊙' && relation === 'own') return 'may';
  if (cell !== '✓' && cell !== '⊙' && cell !== '◦') return '403';
  if (relation !== 'own' && relation !== 'child') return elsewhere as Verdict;
  return cell === '✓' ? 'may' : '403';
};

const fits = (expected: Verdict, answer: Sent, things: Belongings): boolean =>
  expected === 'empty' ? answer.status === 200 && isEmpty(answer, things) : verdictOf(answer) === expected;

describe('only the right role, for the right unit', () => {
  it('the table has a line for every route, and no line for a route that is gone', () => {
    const routes = [...routesOf(world).keys(), ...describedRoutes(world)];
    const lines = TABLE.map(({ route }) => route);
    expect(differences(routes, lines)).toEqual({ withoutRow: [], withoutRoute: [] });
  });

  it('a new route without a line would be noticed', () => {
    const lines = TABLE.map(({ route }) => route);
    const added = 'POST /api/registrations/{id}/burn';
    expect(differences([...lines, added], lines).withoutRow).toEqual([added]);
  });

  it.each(TABLE)('$route', async (row) => {
    const wrong: string[] = [];
    for (const [role, cell] of row.cells) {
      for (const relation of Object.keys(RELATIONS) as Relation[]) {
        const answer = await ask(row.route, of(relation), inA.get(role));
        const expected = expectedAt(row, cell, relation);
        if (!fits(expected, answer, of(relation)))
          wrong.push(`${role} ${relation}: ${expected} ≠ ${verdictOf(answer)} ${answer.code}`);
        if (cell === '✓' && OUTSIDE.some((place) => traces(answer.text, of(place))))
          wrong.push(`${role} ${relation}: the answer tells of another unit`);
      }
      const late = await ask(row.route, of('own'), ended.get(role));
      if (!fits(row.ended, late, of('own'))) wrong.push(`${role} ended: ${row.ended} ≠ ${verdictOf(late)}`);
    }
    const nobody = await ask(row.route, of('own'), undefined);
    if (verdictOf(nobody) !== (row.open ? 'may' : '401')) wrong.push(`not signed in: ${verdictOf(nobody)}`);
    expect(wrong).toEqual([]);
  });

  it.each(TABLE.filter(({ cells }) => [...cells.values()].includes('⌂')))(
    '$route is for the administrator of the root',
    async ({ route }) => {
      expect(verdictOf(await ask(route, of('own'), world.second))).toBe('may');
    },
  );
});

describe('a unit is moved', () => {
  it('by who administers both the unit above it and the one it comes under', async () => {
    const { session } = await world.person('moves', 'A', 'SYSTEM_ADMIN');
    const move = (relation: Relation, to: Relation, by: Session) =>
      by.post(`/api/units/${of(relation).unitId}/move`, { parentId: of(to).unitId, from: TODAY }, DRY_RUN);
    const refused = async (relation: Relation, to: Relation) => {
      const { status, body } = await move(relation, to, session);
      return [status, body.code];
    };
    expect(await refused('child', 'sibling')).toEqual([403, 'forbidden']);
    expect(await refused('child', 'parent')).toEqual([403, 'forbidden']);
    expect(await refused('own', 'sibling')).toEqual([403, 'forbidden']);
    expect((await move('child', 'sibling', world.keeper)).status).toBe(200);
  });
});

describe('nothing of another unit appears', () => {
  const LISTS = [
    ...([
      'registrations',
      'decisions',
      'commendations',
      'reports',
      'reminders',
      'tasks',
      'statistics/movement',
    ] as const),
    ...(['people', 'audit'] as const),
  ] as const;

  it.each(LISTS)('in /api/%s: unfiltered, searched, sorted, page by page, as of a day, or exported', async (list) => {
    const told: string[] = [];
    const asked = (role: Role, query: string): Promise<Sent> =>
      send(world, { name: 'GET *', url: `/api/${list}?${query}`, cookie: inA.get(role)?.cookie ?? '' });
    for (const role of ROLES) {
      for (const query of queriesOf(list)) {
        const { status, text } = await asked(role, query);
        if (![200, 403].includes(status)) told.push(`${role} ?${query}: ${String(status)} ${text}`);
        for (const place of OUTSIDE) if (traces(text, of(place))) told.push(`${role} ?${query}: ${place}`);
      }
    }
    expect(told).toEqual([]);
  });

  it('what is found by search, export and figures is all of the own unit and those below', async () => {
    const officer = inA.get('UNIT_OFFICER');
    const search = await officer?.get(`/api/registrations?q=${encodeURIComponent(of('child').secret)}`);
    expect(search?.body.items).toHaveLength(2);
    const csv = await send(world, {
      name: 'GET *',
      url: '/api/registrations?format=csv&limit=1',
      cookie: officer?.cookie ?? '',
    });
    expect([traces(csv.text, of('own')), traces(csv.text, of('child'))]).toEqual([true, true]);
    const figures = await officer?.get('/api/statistics/movement');
    expect(figures?.body['total']).toMatchObject({ registered: 2 });
    const audited = await inA.get('AUDITOR')?.get('/api/statistics/movement');
    expect(audited?.body['total']).toMatchObject({ registered: 2 });
    const all = await world.keeper.get('/api/statistics/movement');
    expect(all.body['total']).toMatchObject({ registered: UNITS.length });
  });

  it('a cursor of somebody else opens nothing more', async () => {
    const page = await world.keeper.get('/api/registrations?limit=1');
    const { text } = await send(world, {
      name: 'GET *',
      url: `/api/registrations?after=${encodeURIComponent(String(page.body['next']))}`,
      cookie: inA.get('UNIT_OFFICER')?.cookie ?? '',
    });
    expect(OUTSIDE.filter((place) => traces(text, of(place)))).toEqual([]);
  });

  /** Lists without words to search for. */
  const UNSEARCHED = ['tasks', 'reports', 'reminders', 'audit', 'statistics/movement'] as const;

  const queriesOf = (list: (typeof LISTS)[number]): readonly string[] => {
    const query = UNSEARCHED.some((each) => each === list) ? [] : OUTSIDE.map((place) => searchFor(place));
    const paged = list.startsWith('statistics') ? ['groupBy=unit', 'groupBy=field'] : ['limit=1', 'limit=200'];
    const byUnit = list === 'tasks' ? [] : OUTSIDE.map((place) => `unit=${of(place).unitId}`);
    const sorts = { registrations: ['sort=-name', `asOf=${TODAY}`], reports: ['sort=-dueOn', 'status=open'] };
    const sorted = list === 'registrations' || list === 'reports' ? sorts[list] : [];
    return ['', 'format=csv', ...query, ...paged, ...byUnit, ...sorted];
  };

  /** The words of the name, not the secret itself: an export repeats the filter. */
  const searchFor = (place: Relation): string => `q=${encodeURIComponent(of(place).secret.slice(0, 20))}`;
});

describe('rights follow the dates', () => {
  it('an act one second after the appointment ended is refused, one second before it is heard', async () => {
    const { session, id } = await world.person('leaves', 'A', 'UNIT_OFFICER');
    const person = done(await world.keeper.get(`/api/people/${id}`));
    const [appointment] = person['appointments'] as readonly { readonly appointmentId: string }[];
    const endsAt = new Date(Date.parse(world.api.clock.now()) + 60_000).toISOString();
    const end = { appointmentId: appointment?.appointmentId, endsAt, reason: 'Nghỉ hưu' };
    done(await world.keeper.post(`/api/people/${id}/end-appointment`, end));
    const draft = async (): Promise<Sent> =>
      send(world, await requestFor(world, 'POST /api/registrations', of('own'), session.cookie));
    const start = world.api.clock.now();
    world.api.clock.advance(59_000);
    expect((await draft()).status).toBe(201);
    world.api.clock.advance(2_000);
    const before = await world.api.ports.store.head();
    expect(await draft()).toMatchObject({ status: 403, code: 'role-not-allowed' });
    expect((await session.get(`/api/registrations/${of('own').registration}`)).status).toBe(404);
    expect((await session.get('/api/registrations')).body.items).toEqual([]);
    expect(await world.api.ports.store.head()).toBe(before);
    world.api.clock.set(start);
  });

  it('an appointment from tomorrow on gives no right today', async () => {
    const { session, id } = await world.person('comes', 'A');
    const { unitId } = of('own');
    const appointment = {
      unitId,
      role: 'UNIT_OFFICER',
      from: '2026-02-03',
      document: { number: '1', issuedOn: TODAY },
    };
    done(await world.keeper.post(`/api/people/${id}/appoint`, appointment));
    const request = await requestFor(world, 'POST /api/registrations', of('own'), session.cookie);
    expect(await send(world, request)).toMatchObject({ status: 403, code: 'role-not-allowed' });
  });
});
