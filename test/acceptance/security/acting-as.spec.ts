import { randomUUID } from 'node:crypto';
import type { Reply, Session } from '#support';
import { listForm, done, form, PAPER, startWorld, TODAY, type World } from './world.ts';

let world: World;
/** Drafts in A, and leads and audits in B. */
let both: Session;
let bothId: string;
let drafts: string;
let leads: string;
let audits: string;

beforeAll(async () => {
  world = await startWorld();
  const { A, B } = world.belongings;
  bothId = await world.api.person(
    'hai-vai',
    { role: 'UNIT_OFFICER', unitId: A.unitId },
    { role: 'UNIT_HEAD', unitId: B.unitId },
    { role: 'AUDITOR', unitId: B.unitId },
  );
  both = await world.api.signIn('hai-vai');
  const { appointments } = done(await both.get('/api/session'));
  [drafts, leads, audits] = (appointments as readonly { readonly appointmentId: string }[]).map(
    ({ appointmentId }) => appointmentId,
  ) as [string, string, string];
}, 120_000);

afterAll(() => world?.stop());

const as = (appointmentId: string, more: Readonly<Record<string, string>> = {}) => ({
  headers: { 'x-kheo-acting-as': appointmentId, ...more },
});

const refusal = ({ status, body }: Reply) => [status, body.code];

const draftIn = (unitId: string, name: string) => ({ unitId, cycleId: world.cycleId, form: form(name) });

const unitsIn = ({ body }: Reply): readonly unknown[] => [...new Set(body.items.map(({ unitId }) => unitId))];

describe('somebody with two appointments', () => {
  it('acts under the one that is named, and the trail says so', async () => {
    const { A, B } = world.belongings;
    const made = done(await both.post('/api/registrations', draftIn(A.unitId, 'Mô hình một vai'), as(drafts)));
    const [event] = await world.api.ports.store.readStream(`registration-${made.id}`, { from: 0, limit: 1 });
    expect(event?.meta.actor).toMatchObject({ personId: bothId, role: 'UNIT_OFFICER', unitId: A.unitId });
    const id = made.id;
    expect(refusal(await both.post(`/api/registrations/${id}/submit`, {}, as(drafts)))).toEqual([
      403,
      'role-not-allowed',
    ]);
    // Under the other one there is no registration of that unit.
    expect(refusal(await both.post(`/api/registrations/${id}/submit`, {}, as(leads)))).toEqual([404, 'not-found']);
    expect(refusal(await both.post('/api/registrations', draftIn(B.unitId, 'Mô hình khác'), as(drafts)))).toEqual([
      404,
      'not-found',
    ]);
    expect((await both.post(`/api/registrations/${id}/revise`, { form: form('Mô hình hai vai') })).status).toBe(200);
  });

  it('sees, is asked and may do what that one gives, in every reading', async () => {
    const { A, B } = world.belongings;
    const seen = async (appointmentId: string) => unitsIn(await both.get('/api/registrations', as(appointmentId)));
    expect(await seen(drafts)).not.toContain(B.unitId);
    expect(await seen(leads)).toContain(B.unitId);
    expect(await seen(leads)).not.toContain(A.unitId);
    expect(unitsIn(await both.get('/api/registrations'))).toEqual(expect.arrayContaining([A.unitId, B.unitId]));

    expect((await both.get(`/api/registrations/${B.registration}`, as(drafts))).status).toBe(404);
    expect((await both.get(`/api/registrations/${B.registration}/actions`, as(drafts))).status).toBe(404);
    const told = done(await both.get(`/api/registrations/${B.draft}/actions`, as(leads)));
    expect(told['SubmitRegistration']).toMatchObject({ allowed: true });
    const audited = done(await both.get(`/api/registrations/${B.draft}/actions`, as(audits)));
    expect(audited['SubmitRegistration']).toMatchObject({
      allowed: false,
      who: expect.arrayContaining([expect.objectContaining({ role: 'UNIT_HEAD', unitId: B.unitId })]) as unknown,
    });

    const places = async (appointmentId: string) => both.get('/api/registrations/places', as(appointmentId));
    expect(unitsIn(await places(drafts))).toContain(A.unitId);
    expect(refusal(await places(leads))).toEqual([403, 'role-not-allowed']);
    const audit = async (appointmentId: string) => {
      const { items } = done(await both.get(`/api/audit?kind=REGISTRATIONS&limit=200`, as(appointmentId)));
      return items.map((entry) => (entry as { readonly registrationId?: string }).registrationId);
    };
    expect(await audit(leads)).toContain(B.draft);
    expect(await audit(leads)).not.toContain(A.draft);
    expect(refusal(await both.get('/api/audit?kind=EXPORTS', as(leads)))).toEqual([403, 'role-not-allowed']);
    expect(await audit(audits)).toContain(B.draft);
    const tasks = done(await both.get('/api/tasks', as(drafts)));
    expect(tasks.items.map(({ unitId }) => unitId)).not.toContain(B.unitId);
    expect(done(await both.get('/api/tasks', as(leads))).items.map(({ unitId }) => unitId)).toContain(B.unitId);
  });

  it('is who they are in what is theirs alone', async () => {
    const { appointments } = done(await both.get('/api/session', as(randomUUID())));
    expect(appointments).toHaveLength(3);
  });

  it('sends a list whose rows have the rights of that appointment alone', async () => {
    const { A, B } = world.belongings;
    const send = async (unitId: string, appointmentId: string) => {
      const { payload, type } = await listForm(unitId, world.cycleId);
      return both.post('/api/imports', payload, as(appointmentId, { 'content-type': type }));
    };
    expect(refusal(await send(B.unitId, drafts))).toEqual([404, 'not-found']);
    const sent = done(await send(A.unitId, drafts));
    expect((await world.api.ports.imports.find(sent.id))?.by).toMatchObject({ appointmentId: drafts });
  });
});

describe('a page that says who it believes to ask', () => {
  const believing = (personId: string) => ({ headers: { 'x-kheo-person': personId } });

  it('is answered as that person, and refused once the session is another’s: nothing is told or done', async () => {
    const { A } = world.belongings;
    const draft = draftIn(A.unitId, 'Mô hình của ai');
    expect((await both.post('/api/registrations', draft, believing(bothId.toUpperCase()))).status).toBe(201);
    const before = await world.api.ports.store.head();
    const refused = await both.post('/api/registrations', draft, believing(randomUUID()));
    expect([...refusal(refused), refused.body['detail']]).toEqual([
      401,
      'another-person-signed-in',
      expect.stringContaining('tài khoản của người khác'),
    ]);
    for (const path of ['/api/registrations', '/api/session', '/api/updates'])
      expect([path, refusal(await both.get(path, believing(randomUUID())))]).toEqual([
        path,
        [401, 'another-person-signed-in'],
      ]);
    expect(refusal(await both.get('/api/session', believing('ai đó')))).toEqual([400, 'malformed']);
    expect(await world.api.ports.store.head()).toBe(before);
  });

  it('does not end the session of the other one', async () => {
    const session = await world.api.signIn('hai-vai');
    expect(refusal(await session.delete('/api/session', believing(randomUUID())))).toEqual([
      401,
      'another-person-signed-in',
    ]);
    expect((await session.get('/api/session')).status).toBe(200);
  });
});

describe('an appointment to act under', () => {
  it('that is somebody else’s, or nobody’s, or no id, is refused', async () => {
    const other = world.belongings.A.appointment;
    expect(refusal(await both.get('/api/registrations', as(other)))).toEqual([403, 'acting-as-not-yours']);
    expect(refusal(await both.get('/api/registrations', as(randomUUID())))).toEqual([403, 'acting-as-not-yours']);
    expect(refusal(await both.get('/api/registrations', as('UNIT_HEAD')))).toEqual([400, 'malformed']);
  });

  it('that has not begun, or has ended, is refused in words, and nothing is done', async () => {
    const { A } = world.belongings;
    const id = await world.api.person('sap-di');
    const appoint = async (from: string) =>
      done(
        await world.keeper.post(`/api/people/${id}/appoint`, {
          ...{ unitId: A.unitId, role: 'UNIT_OFFICER', from, document: PAPER },
        }),
      )['appointmentId'] as string;
    const session = await world.api.signIn('sap-di');
    const now = await appoint(TODAY);
    const made = await session.post('/api/registrations', draftIn(A.unitId, 'Trước khi thôi'), as(now));
    expect(made.status).toBe(201);
    const ending = { appointmentId: now, reason: 'Thôi nhiệm vụ' };
    done(await world.keeper.post(`/api/people/${id}/end-appointment`, ending));
    world.api.clock.advance(1000);
    const later = await appoint('2026-03-01');
    const before = await world.api.ports.store.head();
    const ended = await session.post('/api/registrations', draftIn(A.unitId, 'Sau khi thôi'), as(now));
    expect([...refusal(ended), ended.body['detail']]).toEqual([
      403,
      'acting-as-ended',
      'Phân công mà bạn đang làm việc theo (cán bộ đơn vị, Đảng ủy xã Đổi Mới) đã kết thúc ngày 02/02/2026. Hãy chọn phân công khác của bạn; nếu vẫn cần phân công này, hãy hỏi quản trị viên.',
    ]);
    const early = await session.get('/api/registrations', as(later, { 'accept-language': 'en' }));
    expect([...refusal(early), early.body['detail']]).toEqual([
      403,
      'acting-as-not-begun',
      expect.stringContaining('holds only from 01/03/2026'),
    ]);
    expect(await world.api.ports.store.head()).toBe(before);
  });

  it('is none of a program', async () => {
    const { key } = done(await world.keeper.post('/api/api-keys', { consumer: 'Cổng', scopes: ['feed'] }));
    const ask = (headers: object) =>
      world.api.app.inject({ url: '/api/feed', headers: { authorization: `Bearer ${String(key)}`, ...headers } });
    expect((await ask({})).statusCode).toBe(200);
    const refused = await ask({ 'x-kheo-acting-as': drafts });
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'acting-as-not-yours' }]);
  });
});
