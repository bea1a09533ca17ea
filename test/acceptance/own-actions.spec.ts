import { ROLES, type Role } from '#domain';
import type { Session } from '#support';
import { BODIES } from './security/bodies.ts';
import { done, startWorld, type World } from './security/world.ts';

let world: World;
const sessions = new Map<string, Session>();

beforeAll(async () => {
  world = await startWorld();
  for (const role of ROLES) {
    sessions.set(`${role} in A`, (await world.person(`a-${role}`, 'A', role)).session);
    sessions.set(`${role} in P`, (await world.person(`p-${role}`, 'P', role)).session);
  }
  sessions.set('nobody', (await world.person('khong-vai', 'A')).session);
}, 180_000);

afterAll(() => world?.stop());

/** What each is asked about, and where it is then done. */
const CREATES = {
  DraftRegistration: 'POST /api/registrations',
  DraftDecision: 'POST /api/decisions',
  ProposeCommendation: 'POST /api/commendations',
  DraftRegulation: 'POST /api/regulations',
  OpenCycle: 'POST /api/cycles',
  EstablishUnit: 'POST /api/units',
  EnterPerson: 'POST /api/people',
  RegisterWebhook: 'POST /api/webhooks',
  CreateApiKey: 'POST /api/api-keys',
} as const;

/** Refusals for who one is and where; what one says is another matter. */
const OF_THE_ASKER = ['role-not-allowed', 'forbidden', 'not-found', 'unit-not-active', 'cycle-not-open'];

const TO_MANY = {
  AcceptRegistration: 'accept',
  ReturnRegistration: 'return',
  OpenAppraisal: 'open-appraisal',
} as const;
const READINGS = { ReadPeople: '/api/people' } as const;

type Told = Readonly<Record<string, { readonly allowed: boolean; readonly reason?: string; readonly who?: unknown }>>;

const toldTo = async (session: Session | undefined): Promise<Told> =>
  done(await session!.get('/api/actions')) as unknown as Told;

const cases = [...ROLES.flatMap((role: Role) => [`${role} in A`, `${role} in P`]), 'nobody'];

describe('what one may begin, do to many and read', () => {
  it.each(cases)('is what the API then says to %s', async (who) => {
    const session = sessions.get(who)!;
    const told = await toldTo(session);
    const home = world.belongings[who.endsWith('A') ? 'A' : 'P'];
    const dry = { headers: { 'x-kheo-dry-run': 'true' } };
    const became: Record<string, string> = {};
    for (const [type, route] of Object.entries(CREATES)) {
      const { status, body } = await session.post(route.slice(5), BODIES[route]?.(home, world), dry);
      became[type] = status !== 201 && OF_THE_ASKER.includes(body.code) ? body.code : 'allowed';
    }
    const { id: submitted } = done(
      await world.keeper.post('/api/registrations', BODIES['POST /api/registrations']?.(home, world)),
    );
    done(await world.life.submit(submitted));
    for (const [type, command] of Object.entries(TO_MANY)) {
      const body = BODIES[`POST /api/registrations/{id}/${command}`]?.(home, world);
      const { status, body: answer } = await session.post(`/api/registrations/${submitted}/${command}`, body, dry);
      // What the registration is not ready for is no matter of who asks.
      became[type] = status === 200 || !OF_THE_ASKER.includes(answer.code) ? 'allowed' : answer.code;
    }
    for (const [type, path] of Object.entries(READINGS)) {
      const { status, body } = await session.get(path);
      became[type] = status === 200 ? 'allowed' : body.code;
    }
    // No route of its own: it is whom the ladder of reminders reaches above a unit.
    became['FollowOverdue'] = /^(STANDING_BODY_OFFICER|UNIT_HEAD) /u.test(who) ? 'allowed' : 'role-not-allowed';
    const said = Object.entries(told).map(([type, action]) => [type, action.allowed ? 'allowed' : action.reason]);
    expect(Object.fromEntries(said)).toEqual(became);
  });

  it('names who may, where one may not', async () => {
    const { A, P } = world.belongings;
    const told = await toldTo(sessions.get('UNIT_HEAD in A'));
    expect(told['DraftRegistration']?.who).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: 'UNIT_OFFICER', unitId: A.unitId }),
        expect.objectContaining({ role: 'UNIT_OFFICER', unitId: P.unitId }),
      ]),
    );
  });

  it('is told of one’s appointments or of the one that one acts under', async () => {
    await world.api.person(
      'hai-vai',
      { role: 'UNIT_OFFICER', unitId: world.belongings.A.unitId },
      { role: 'AUDITOR', unitId: world.belongings.B.unitId },
    );
    const session = await world.api.signIn('hai-vai');
    const { appointments } = done(await session.get('/api/session'));
    const [officer] = appointments as readonly { readonly appointmentId: string }[];
    const under = { headers: { 'x-kheo-acting-as': officer?.appointmentId ?? '' } };
    const allowed = async (options: object) => {
      const told = done(await session.get('/api/actions', options)) as unknown as Told;
      return [told['DraftRegistration']?.allowed, told['ReadPeople']?.allowed];
    };
    expect(await allowed({})).toEqual([true, true]);
    expect(await allowed(under)).toEqual([true, false]);
  });

  it('is no registration where no cycle is open', async () => {
    const { items } = done(await world.keeper.get('/api/cycles?limit=200'));
    for (const { cycleId, id } of items)
      await world.keeper.post(`/api/cycles/${String(cycleId ?? id)}/close`, { reason: 'Hết đợt' });
    const session = sessions.get('UNIT_OFFICER in A');
    expect((await toldTo(session))['DraftRegistration']).toMatchObject({ allowed: false, reason: 'cycle-not-open' });
  });
});
