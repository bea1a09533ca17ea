import { randomUUID } from 'node:crypto';
import { regulation, ROLES, type Role } from '#domain';
import { startApi, startPostgres, type Reply, type Session, type TestApi } from '#support';
import { lifeIn, type Cast, type Life } from './life.ts';
import { until } from '#support/until';
import { dutyOf, remind, reportIdOf } from './reminded.ts';

/** The units of the invented province: A stands in the middle, the others are above, below and beside it. */
export const UNITS = ['P', 'A', 'A1', 'B', 'B1'] as const;
type UnitKey = (typeof UNITS)[number];

/** How a unit is related to A. */
export const RELATIONS = { own: 'A', child: 'A1', parent: 'P', sibling: 'B', foreign: 'B1' } as const;
export type Relation = keyof typeof RELATIONS;

/** One of each thing in a unit. Its texts hold `secret`, by which a leak is seen. */
export interface Belongings {
  readonly unitId: string;
  readonly secret: string;
  readonly registration: string;
  readonly model: string;
  readonly draft: string;
  readonly decision: string;
  readonly commendation: string;
  readonly regulation: string;
  readonly cycle: string;
  readonly evidence: string;
  readonly person: string;
  readonly appointment: string;
  /** A role of power that one administrator proposed for that person. */
  readonly proposal: string;
  /** The report it owes for the first half of the year; the consolidated one where it owes that alone. */
  readonly report: string;
  /** What the reminders of that report are about. */
  readonly duty: string;
}

export interface World {
  readonly api: TestApi;
  readonly belongings: Readonly<Record<UnitKey, Belongings>>;
  readonly regulationId: string;
  readonly cycleId: string;
  readonly apiKeyId: string;
  readonly webhookId: string;
  /** Sent by the keeper. */
  readonly importId: string;
  /** One reminder in the keeper's inbox, and one mail to the keeper that was given up. */
  readonly reminders: { readonly inbox: string; readonly parked: string };
  /** Somebody who holds every role in the province. */
  readonly keeper: Session;
  readonly keeperId: string;
  /** Another one: what one froze, the other signs. */
  readonly second: Session;
  readonly secondId: string;
  readonly life: Life;
  /** A person with these roles in a unit, signed in. */
  person(username: string, unit: UnitKey, ...roles: readonly Role[]): Promise<{ session: Session; id: string }>;
  /** Appoints somebody, with another administrator's confirmation where the role asks for it. */
  appoint(personId: string, appointment: object): Promise<void>;
  stop(): Promise<void>;
}

export const TODAY = '2026-02-02';
export const PAPER = { number: '12-QĐ/TU', issuedOn: TODAY } as const;

/** Short and quick: a whole life can be played in one day by few people. */
export const quickRules = (): regulation.RegulationContent => {
  const { vote: _vote, ...example } = regulation.exampleRegulation(2026);
  return {
    ...example,
    registration: { ...example.registration, requiredItems: ['situation'] },
    dossier: { ...example.dossier, requiredDocuments: [], minImplementationDays: 0 },
    appraisal: { ...example.appraisal, minMembers: 1, fieldVisit: false },
  };
};

export const form = (name: string): Record<string, unknown> => ({
  name,
  subjectType: 'COLLECTIVE',
  field: 'KINH_TE',
  programmeTags: [],
  situation: `Hiện trạng của ${name}`,
});

/** The answer's body; throws when the API refused. */
export const done = ({ status, body }: Reply): Reply['body'] => {
  if (status >= 300) throw new Error(`refused: ${JSON.stringify(body)}`);
  return body;
};

/** Starts PostgreSQL, the whole system and the province. */
export const startWorld = async (): Promise<World> => {
  const postgres = await startPostgres();
  const api = await startApi(postgres, { config: { webhookTargets: 'https://cong.example.vn' } });
  const units = await establishUnits(api);
  const person: World['person'] = async (username, unit, ...roles) => {
    const id = await api.person(username, ...roles.map((role) => ({ role, unitId: units[unit] })));
    return { session: await api.signIn(username), id };
  };
  const [keeper, second, appraiser] = [
    await person('keeper', 'P', ...ROLES),
    await person('second', 'P', ...ROLES),
    await person('team', 'P', 'APPRAISER'),
  ];
  const appoint: World['appoint'] = async (personId, appointment) => {
    const path = `/api/people/${personId}`;
    const { events } = done(await keeper.session.post(`${path}/appoint`, appointment));
    if (!(events as readonly string[]).includes('AppointmentProposed')) return;
    const { proposals } = done(await second.session.get(path));
    const appointmentId = (proposals as readonly { readonly appointmentId: string }[]).at(-1)?.appointmentId;
    done(await second.session.post(`${path}/confirm-appointment`, { appointmentId }));
  };
  const regulationId = await putInForce(units.P, keeper.session, second.session);
  const cycle = { unitId: units.P, name: 'Năm 2026', year: 2026, movement: 'Dân vận khéo', regulationId };
  const cycleId = done(await keeper.session.post('/api/cycles', cycle)).id;
  const cast: Cast = {
    officer: keeper.session,
    head: keeper.session,
    body: second.session,
    appraiser: appraiser.session,
    appraiserId: appraiser.id,
    freezer: keeper.session,
    signer: second.session,
  };
  const life = lifeIn(cast, cycleId, units.A, units.P);
  const belongings = {} as Record<UnitKey, Belongings>;
  const shared: Shared = { api, keeper: keeper.session, cycleId, regulationId, life, admin: second.session };
  for (const unit of UNITS) belongings[unit] = await furnish(shared, unit, units[unit]);
  await api.obligations.obligeAll();
  let reminders = { inbox: '', parked: '' };
  for (const { unitId, report: reportId } of Object.values(belongings))
    reminders = await remind(api, keeper.id, { unitId, reportId, regulationId });
  const apiKeyId = done(await keeper.session.post('/api/api-keys', { consumer: 'Báo cáo', scopes: ['feed'] })).id;
  const receiver = { url: 'https://cong.example.vn/su-kien', eventTypes: ['CalendarAmended'] };
  const webhookId = done(await keeper.session.post('/api/webhooks', receiver)).id;
  return {
    api,
    belongings,
    regulationId,
    cycleId,
    apiKeyId,
    webhookId,
    importId: await sendList(api, keeper.session, cycleId),
    reminders,
    keeper: keeper.session,
    keeperId: keeper.id,
    second: second.session,
    secondId: second.id,
    life,
    person,
    appoint,
    stop: async () => {
      await api.stop();
      await postgres.stop();
    },
  };
};

const establishUnits = async (api: TestApi): Promise<Record<UnitKey, string>> => {
  const P = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  const A = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', P);
  const B = await api.unit('Đảng ủy xã Bên Cạnh', 'COMMUNE', P);
  return {
    P,
    A,
    B,
    A1: await api.unit('Chi bộ thôn Một', 'UNIT', A),
    B1: await api.unit('Chi bộ thôn Khác', 'UNIT', B),
  };
};

const putInForce = async (unitId: string, drafter: Session, signer: Session): Promise<string> => {
  const { id } = done(await drafter.post('/api/regulations', { unitId, content: quickRules() }));
  const publication = { number: '12-QĐ/TU', issuedOn: TODAY, from: TODAY, illustrative: true };
  done(await signer.post(`/api/regulations/${id}/publish`, publication));
  return id;
};

interface Shared {
  readonly api: TestApi;
  readonly keeper: Session;
  readonly admin: Session;
  readonly cycleId: string;
  readonly regulationId: string;
  readonly life: Life;
}

/** Proposes the person as an auditor of the unit; answers the id of the appointment. */
const proposeAuditor = async (admin: Session, personId: string, unitId: string): Promise<string> => {
  const appointment = { unitId, role: 'AUDITOR', from: TODAY, document: PAPER };
  done(await admin.post(`/api/people/${personId}/appoint`, appointment));
  const { proposals } = done(await admin.get(`/api/people/${personId}`));
  return (proposals as readonly { readonly appointmentId: string }[])[0]?.appointmentId ?? '';
};

const furnish = async (world: Shared, unit: UnitKey, unitId: string): Promise<Belongings> => {
  const { api, keeper, admin, regulationId, life } = world;
  const secret = `bí mật ${randomUUID()}`;
  const draft = await life.draft({ unitId, form: form(`Nháp ${secret}`) });
  const registration = await life.draft({ unitId, form: form(`Mô hình ${secret}`) });
  for (const step of ['submit', 'accept', 'start'] as const) done(await life[step](registration));
  const item = { kind: 'registration', id: registration };
  const book = { unitId, act: 'RECOGNIZE', title: `Quyết định ${secret}`, items: [item] };
  const cycle = { unitId, name: `Đợt ${unit}`, year: 2026, movement: 'Tự quản', regulationId };
  const username = `nguoi-${unit}`;
  const report = reportIdOf(unitId, unit === 'P' ? 'CONSOLIDATED' : 'OWN');
  const person = await api.person(username, { role: 'INSPECTOR', unitId });
  const appointed = await admin.get(`/api/people/${person}`);
  const appointments = done(appointed)['appointments'] as readonly { readonly appointmentId: string }[];
  return {
    unitId,
    secret,
    draft,
    registration,
    model: await modelOf(api, registration),
    decision: done(await keeper.post('/api/decisions', book)).id,
    commendation: await propose(world, unitId, secret),
    regulation: done(await keeper.post('/api/regulations', { unitId, content: quickRules() })).id,
    cycle: done(await keeper.post('/api/cycles', cycle)).id,
    evidence: await upload(api, keeper, unitId, 'PHOTO', `${secret}.txt`),
    person,
    appointment: appointments[0]?.appointmentId ?? '',
    proposal: await proposeAuditor(admin, person, unitId),
    report,
    duty: dutyOf(report),
  };
};

/** The model that a registration is of. */
export const modelOf = async (api: TestApi, registration: string): Promise<string> => {
  const [drafted] = await api.ports.store.readStream(`registration-${registration}`, { from: 0, limit: 1 });
  return (drafted?.data as { readonly modelId: string }).modelId;
};

const propose = async ({ api, keeper, cycleId }: Shared, unitId: string, secret: string): Promise<string> => {
  const evidenceIds: string[] = [];
  for (const kind of ['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES'])
    evidenceIds.push(await upload(api, keeper, unitId, kind, `${kind}.txt`));
  const proposal = {
    unitId,
    cycleId,
    recipient: { type: 'COLLECTIVE', name: `Tập thể ${secret}` },
    achievement: { kind: 'OTHER', description: `Thành tích ${secret}` },
    form: 'PUBLIC_PRAISE',
    scope: 'WHOLE_WORK',
    evidenceIds,
  };
  return done(await keeper.post('/api/commendations', proposal)).id;
};

/** A multipart request with a small file. */
export const fileForm = async (
  fields: Readonly<Record<string, string>>,
  fileName: string,
  content = 'nội dung',
): Promise<{ readonly payload: Buffer; readonly type: string }> => {
  const parts = new FormData();
  for (const [name, value] of Object.entries(fields)) parts.set(name, value);
  parts.set('file', new Blob([content], { type: 'text/plain' }), fileName);
  const encoded = new Response(parts);
  return {
    payload: Buffer.from(await encoded.arrayBuffer()),
    type: encoded.headers.get('content-type') ?? '',
  };
};

/** A list of one model of a unit that names no field there is: it is read, and makes nothing. */
export const listForm = (unitId: string, cycleId: string): ReturnType<typeof fileForm> =>
  fileForm({ kind: 'registrations', cycleId, unitId }, 'danh-sach.csv', LIST);

const LIST = 'Tên mô hình,Loại,Lĩnh vực\nMô hình nhập,Tập thể,Không có\n';

/** Has a list imported, and waits until it is; answers its id. */
const sendList = async (api: TestApi, { cookie, get }: Session, cycleId: string): Promise<string> => {
  const { payload, type } = await fileForm({ kind: 'registrations', cycleId }, 'danh-sach.csv', LIST);
  const headers = { cookie, 'x-kheo-client': 'test', 'content-type': type };
  const reply = await api.app.inject({ method: 'POST', url: '/api/imports', headers, payload });
  const { id } = reply.json<{ id: string }>();
  await until(async () => (await get(`/api/imports/${id}`)).body['status'] === 'ENDED');
  return id;
};

/** Adds a small file to a unit; answers its id. */
export const upload = async (
  api: TestApi,
  { cookie }: Session,
  unitId: string,
  kind: string,
  fileName: string,
): Promise<string> => {
  const { payload, type } = await fileForm({ unitId, kind }, fileName);
  const headers = { cookie, 'x-kheo-client': 'test', 'content-type': type };
  const reply = await api.app.inject({ method: 'POST', url: '/api/evidence', headers, payload });
  if (reply.statusCode !== 201) throw new Error(`no evidence: ${reply.payload}`);
  return reply.json<{ id: string }>().id;
};
