import { organization } from '#domain';
import { PASSWORD, startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';
import { done } from './world.ts';

let postgres: TestPostgres;
let api: TestApi;
let unitId: string;
let commune: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  unitId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  commune = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', unitId);
  await api.person('an', { role: 'SYSTEM_ADMIN', unitId });
  await api.person('auditor', { role: 'AUDITOR', unitId });
  await api.person('commune-auditor', { role: 'AUDITOR', unitId: commune });
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const GIVEN = { from: '2026-02-02', document: { number: '01-QĐ/TU', issuedOn: '2026-02-02' } };
const appoint = (by: Session, personId: string, role: string, where = unitId) =>
  by.post(`/api/people/${personId}/appoint`, { unitId: where, role, ...GIVEN });

const proposalOf = async (by: Session, personId: string): Promise<string> => {
  const { proposals } = done(await by.get(`/api/people/${personId}`));
  return (proposals as readonly { readonly appointmentId: string }[])[0]?.appointmentId ?? '';
};

const grants = async (by: Session, query = ''): Promise<readonly Record<string, unknown>[]> => {
  const head = String(await api.ports.store.head());
  return done(await by.get(`/api/people/grants?${query}`, { headers: { 'x-kheo-wait-for': head } })).items;
};

/** What somebody is asked to confirm, by the names of the people: whose appointment, in which unit, by which command. */
const toConfirm = async (by: Session): Promise<readonly (readonly unknown[])[]> => {
  const head = String(await api.ports.store.head());
  const { items } = done(await by.get('/api/tasks?kind=appointment', { headers: { 'x-kheo-wait-for': head } }));
  const asked = items.map((task) => [String(task['personName']), task['unitId'], task['acts']] as const);
  return asked.sort(([one], [other]) => one.localeCompare(other));
};

describe('whoever grants power is seen', () => {
  it('one administrator alone gives it, which stays on record for auditors', async () => {
    const [an, auditor] = [await api.signIn('an'), await api.signIn('auditor')];
    const binh = await api.person('binh');
    expect(done(await appoint(an, binh, 'SYSTEM_ADMIN'))['events']).toEqual(['PersonAppointed']);
    const listed = { personName: 'binh', role: 'SYSTEM_ADMIN', status: 'ALONE', settledByName: 'an', proposedBy: null };
    const bySystem = (personName: string) => ({
      personName,
      status: 'ALONE',
      settledBy: 'system',
      settledByName: null,
    });
    expect(await grants(auditor, 'status=ALONE')).toMatchObject([
      listed,
      ...['commune-auditor', 'auditor', 'an'].map(bySystem),
    ]);
    expect(await grants(await api.signIn('commune-auditor'))).toMatchObject([bySystem('commune-auditor')]);
  });

  it('with two, what one proposes gives no right before the other confirms it', async () => {
    const [an, binh, auditor] = [await api.signIn('an'), await api.signIn('binh'), await api.signIn('auditor')];
    const signer = await api.person('signer', { role: 'UNIT_OFFICER', unitId });
    const roles = async () => {
      const { body } = await (await api.signIn('signer')).get('/api/session');
      return (body['appointments'] as readonly { readonly role: string }[]).map(({ role }) => role);
    };
    const proposed = done(await appoint(an, signer, 'DECISION_SIGNER'));
    expect(proposed['events']).toEqual(['AppointmentProposed']);
    expect(await roles()).toEqual(['UNIT_OFFICER']);
    const proposal = { appointmentId: proposed['appointmentId'] };
    expect(proposal.appointmentId).toBe(await proposalOf(binh, signer));
    const confirm = (by: Session) => by.post(`/api/people/${signer}/confirm-appointment`, proposal);
    const own = await confirm(an);
    expect([own.status, own.body.code]).toEqual([422, 'proposer-confirms']);
    expect(await grants(auditor, 'status=PROPOSED')).toMatchObject([
      { id: proposal.appointmentId, proposedByName: 'an' },
    ]);
    expect(done(await confirm(binh))['events']).toEqual(['PersonAppointed']);
    expect(await roles()).toEqual(['UNIT_OFFICER', 'DECISION_SIGNER']);
    expect((await confirm(binh)).body.code).toBe('proposal-missing');
    expect(await grants(auditor, `status=BY_TWO&unit=${unitId}`)).toMatchObject([
      { personName: 'signer', proposedByName: 'an', settledByName: 'binh' },
    ]);
  });

  it('what was proposed is declined, or withdrawn by who proposed it', async () => {
    const [an, auditor] = [await api.signIn('an'), await api.signIn('auditor')];
    const chi = await api.person('chi');
    await appoint(an, chi, 'AUDITOR', commune);
    const decline = { appointmentId: await proposalOf(an, chi), reason: 'Nhầm người' };
    expect(done(await an.post(`/api/people/${chi}/decline-appointment`, decline))['events']).toEqual([
      'AppointmentDeclined',
    ]);
    expect(await grants(auditor, `status=DECLINED&unit=${commune}`)).toMatchObject([{ reason: 'Nhầm người' }]);
  });

  it('nobody comes by it through an administrator they made alone', async () => {
    const [binh, an] = [await api.signIn('binh'), (await api.ports.directory.current()).book];
    const anId = organization.holderOf(an, 'an')?.personId ?? '';
    const refused = await appoint(binh, anId, 'DECISION_SIGNER');
    expect([refused.status, refused.body.code]).toEqual([422, 'through-own-grant']);
  });
});

describe('what was proposed is work', () => {
  const name = {
    vi: 'Xác nhận phân công do quản trị viên khác đề xuất',
    en: 'Confirm what another administrator proposed',
  };
  const CONFIRM = [{ command: 'confirm-appointment', name, role: 'SYSTEM_ADMIN', obstacle: null, remark: null }];

  it('of the other administrators who may confirm it, and of nobody else', async () => {
    const binhId = organization.holderOf((await api.ports.directory.current()).book, 'binh')?.personId ?? '';
    await api.person('commune-admin', { role: 'SYSTEM_ADMIN', unitId: commune });
    const names = ['an', 'binh', 'auditor', 'commune-admin'];
    const [an, binh, auditor, inCommune] = await Promise.all(names.map((name) => api.signIn(name)));
    if (!an || !binh || !auditor || !inCommune) throw new Error('somebody could not sign in');
    const dao = await api.person('dao');
    await appoint(an, dao, 'DECISION_SIGNER');
    await appoint(binh, dao, 'AUDITOR', commune);
    const [signs, audits] = [
      ['dao', unitId, CONFIRM],
      ['dao', commune, CONFIRM],
    ];
    expect(await toConfirm(an)).toEqual([audits]);
    expect(await toConfirm(binh)).toEqual([signs]);
    expect(await toConfirm(inCommune)).toEqual([audits]);
    expect(await toConfirm(auditor)).toEqual([]);
    await appoint(an, binhId, 'AUDITOR', commune);
    expect([await toConfirm(binh), await toConfirm(inCommune)]).toEqual([
      [signs],
      [['binh', commune, CONFIRM], audits],
    ]);
  });

  it('until one of them settles it', async () => {
    const [an, binh] = [await api.signIn('an'), await api.signIn('binh')];
    const { items } = done(await binh.get('/api/tasks?kind=appointment'));
    const [{ id: appointmentId, personId, document, fromOn } = {}] = items;
    expect({ from: fromOn, document }).toEqual(GIVEN);
    done(await binh.post(`/api/people/${String(personId)}/confirm-appointment`, { appointmentId }));
    expect(await toConfirm(binh)).toEqual([]);
    const dao = await proposalOf(an, String(personId));
    const decline = { appointmentId: dao, reason: 'Chưa có quyết định phân công' };
    done(await an.post(`/api/people/${String(personId)}/decline-appointment`, decline));
    expect(await toConfirm(an)).toEqual([]);
  });
});

describe('two who are one by a code', () => {
  /** The code is shown to who resets; whoever has it comes in as the person. */
  const reset = async (by: Session, personId: string): Promise<string> =>
    done(await by.post(`/api/people/${personId}/reset-account`, {}))['code'];

  it('do not give a role of power, and nobody is the only one by shutting the other out', async () => {
    const an = await api.signIn('an');
    const binhId = organization.holderOf((await api.ports.directory.current()).book, 'binh')?.personId ?? '';
    const chosen = await api.person('duoc-chon');
    expect(done(await appoint(an, chosen, 'DECISION_SIGNER'))['events']).toEqual(['AppointmentProposed']);
    const code = await reset(an, binhId);
    const other = await api.person('cung-duoc-chon');
    expect(done(await appoint(an, other, 'AUDITOR'))['events']).toEqual(['AppointmentProposed']);
    done(await an.post('/api/session/set-password', { code, password: PASSWORD }));
    const asBinh = await api.signIn('binh');
    const proposal = { appointmentId: await proposalOf(an, chosen) };
    const refused = await asBinh.post(`/api/people/${chosen}/confirm-appointment`, proposal);
    expect([refused.status, refused.body.code]).toEqual([422, 'both-by-one-hand']);
  });
});
