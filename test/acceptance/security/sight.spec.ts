import type { Role } from '#domain';
import type { Session } from '#support';
import { RESULTS, SCORES } from './life.ts';
import { done, form, modelOf, startWorld, upload, type World } from './world.ts';

const DETAIL = 'anh trai của người đứng đầu';
const PLACE = 'Hiện trạng của';

let world: World;
/** One member of the team, who declares while a test runs; one who has a conflict. */
let member: Session;
let conflicted: Session;
const holding = new Map<string, Session>();
let id: string;
let model: string;
let evidenceId: string;

const person = async (name: string, unit: 'P' | 'A', ...roles: readonly Role[]) => world.person(name, unit, ...roles);

beforeAll(async () => {
  world = await startWorld();
  const { A } = world.belongings;
  for (const role of ['UNIT_OFFICER', 'UNIT_HEAD', 'COUNCIL_MEMBER', 'AUDITOR', 'APPRAISER', 'INSPECTOR'] as const)
    holding.set(role, (await person(`sieht-${role}`, 'A', role)).session);
  const first = await person('thanh-vien', 'P', 'APPRAISER', 'COUNCIL_MEMBER');
  const second = await person('co-xung-dot', 'P', 'APPRAISER');
  [member, conflicted] = [first.session, second.session];
  evidenceId = await upload(world.api, world.keeper, A.unitId, 'PHOTO', 'minh-chung.txt');
  id = await world.life.draft({ unitId: A.unitId, form: form('Mô hình được nhìn') });
  model = await modelOf(world.api, id);
  for (const step of ['submit', 'accept', 'start'] as const) done(await world.life[step](id));
  done(await world.keeper.post(at('request-recognition'), { evidenceIds: [evidenceId], results: RESULTS }));
  done(await world.keeper.post(at('open-appraisal'), { team: [first.id, second.id], dueOn: '2026-11-01' }));
  done(await conflicted.post(at('declare-interest'), { conflict: true, detail: DETAIL }));
  await caughtUp();
}, 120_000);

afterAll(() => world?.stop());

const at = (path: string): string => `/api/registrations/${id}/${path}`;

/** The read models have seen all that was recorded. */
const caughtUp = async (): Promise<void> => {
  const head = await world.api.ports.store.head();
  await world.keeper.get('/api/tasks', { headers: { 'x-kheo-wait-for': String(head) } });
};

const textOf = async (session: Session, url: string): Promise<{ status: number; text: string }> => {
  const { statusCode, payload } = await world.api.app.inject({ url, headers: { cookie: session.cookie } });
  return { status: statusCode, text: payload };
};

/** Everywhere the facts of a registration leave. */
const WAYS = [
  () => `/api/registrations/${id}`,
  () => `/api/registrations/${id}?knownAt=2099-01-01T00:00:00.000Z`,
  () => '/api/registrations',
  () => '/api/registrations?format=csv',
  () => at('timeline'),
  () => at('timeline?format=csv'),
  () => `/api/models/${model}`,
  () => at('actions'),
  () => '/api/tasks',
  () => '/api/tasks?format=csv',
  () => '/api/inbox',
  () => `/api/reminders?subject=${id}`,
];

const told = async (session: Session): Promise<string> =>
  (await Promise.all(WAYS.map((way) => textOf(session, way())))).map(({ text }) => text).join('\n');

const of = (role: Role): Session => holding.get(role) ?? world.keeper;

/** What is found by something that the dossier tells. */
const foundByField = async (session: Session): Promise<readonly string[]> => {
  const { items } = done(await session.get('/api/registrations?field=KINH_TE'));
  return (items as readonly { readonly id: string }[]).map((each) => each.id);
};

/** An appraiser who is told the name and the unit, and nothing else by any way. */
const expectNameOnly = async (session: Session, answer: readonly [number, string]): Promise<void> => {
  const { status, body } = await session.get(`/api/registrations/${id}`);
  expect([status, body['name'], body['dossier'], body['field']]).toEqual([200, 'Mô hình được nhìn', null, null]);
  const all = await told(session);
  for (const hidden of [PLACE, DETAIL, evidenceId, 'Theo kế hoạch']) expect(all).not.toContain(hidden);
  for (const path of ['timeline', 'requirements']) {
    const { status: refused, body: why } = await session.get(at(path));
    expect([path, refused, why.code]).toEqual([path, ...answer]);
  }
  for (const path of ['', '/content'])
    expect((await textOf(session, `/api/evidence/${evidenceId}${path}`)).status).toBe(404);
  expect(await foundByField(session)).not.toContain(id);
};

describe('what an appraiser is told', () => {
  const NO_MORE = [403, 'forbidden'] as const;

  it('who is on no team, as before there is one: the name and the unit', async () => {
    await expectNameOnly(of('APPRAISER'), NO_MORE);
    const { status, body } = await of('APPRAISER').get(`/api/registrations/${world.belongings.A.draft}/timeline`);
    expect([status, body.code]).toEqual(NO_MORE);
  });

  it('who declared a conflict: the name and the unit', () => expectNameOnly(conflicted, NO_MORE));

  it('a member of the team with another role: the name and the unit, until they declare to have no conflict', async () => {
    await expectNameOnly(member, [422, 'interest-not-declared']);
    done(await member.post(at('declare-interest'), { conflict: false }));
    await caughtUp();
    const all = await told(member);
    for (const shown of [PLACE, DETAIL, evidenceId]) expect(all).toContain(shown);
    expect((await textOf(member, `/api/models/${model}`)).text).toContain(evidenceId);
    expect((await textOf(member, `/api/evidence/${evidenceId}/content`)).text).toBe('nội dung');
    expect(await foundByField(member)).toContain(id);
  });
});

describe('who is told the points and the conflicts', () => {
  const points = (text: string): boolean => text.includes(JSON.stringify(SCORES).slice(1, -1));
  const csvPoints = (text: string): boolean => text.includes(JSON.stringify(SCORES).replaceAll('"', '""').slice(1, -1));
  const tells = async (session: Session): Promise<[points: boolean, conflict: boolean]> => {
    const all = await told(session);
    return [points(all) || csvPoints(all), all.includes(DETAIL) || all.includes('rời tổ thẩm định')];
  };

  it('before the conclusion: the team, the standing body and auditors', async () => {
    done(await member.post(at('score'), { scores: SCORES }));
    await caughtUp();
    for (const session of [member, world.keeper, of('AUDITOR')]) expect(await tells(session)).toEqual([true, true]);
    for (const role of ['UNIT_OFFICER', 'UNIT_HEAD', 'COUNCIL_MEMBER', 'INSPECTOR', 'APPRAISER'] as const)
      expect([role, ...(await tells(of(role)))]).toEqual([role, false, false]);
  });

  it('after it the unit is told the result with each criterion, never who gave which points', async () => {
    done(await world.second.post(at('conclude-appraisal'), {}));
    await caughtUp();
    for (const role of ['UNIT_OFFICER', 'UNIT_HEAD'] as const) {
      expect([role, ...(await tells(of(role)))]).toEqual([role, false, false]);
      const { dossier } = done(await of(role).get(`/api/registrations/${id}`));
      expect(dossier).toMatchObject({ appraisal: { scores: null, result: { passed: true } } });
      expect(
        (dossier as { appraisal: { result: { perCriterion: object[] } } }).appraisal.result.perCriterion,
      ).toHaveLength(SCORES.length);
    }
    for (const role of ['COUNCIL_MEMBER', 'INSPECTOR', 'AUDITOR'] as const)
      expect([role, ...(await tells(of(role)))]).toEqual([role, true, true]);
    await expectNameOnly(conflicted, [403, 'forbidden']);
  });
});

it('of several appointments one alone can be asked for what waits under it; that of somebody else holds nothing', async () => {
  const twice = await person('hai-vai', 'A', 'UNIT_HEAD', 'UNIT_OFFICER');
  const { appointments } = done(await twice.session.get('/api/session')) as unknown as {
    readonly appointments: readonly { readonly appointmentId: string; readonly role: Role }[];
  };
  const rolesAskedFor = async (appointmentId: string): Promise<readonly string[]> => {
    const { items } = done(await twice.session.get(`/api/tasks?limit=100&appointment=${appointmentId}`));
    const acts = items.flatMap((task) => task['acts'] as readonly { readonly role: string }[]);
    return [...new Set(acts.map(({ role }) => role))];
  };
  await world.life.draft({ unitId: world.belongings.A.unitId, form: form('Mô hình còn dở') });
  await caughtUp();
  for (const { appointmentId, role } of appointments) expect(await rolesAskedFor(appointmentId)).toEqual([role]);
  const [own] = (
    done(await world.keeper.get('/api/session')) as unknown as { appointments: { appointmentId: string }[] }
  ).appointments;
  expect(await rolesAskedFor(own?.appointmentId ?? '')).toEqual([]);
});
