import { randomUUID } from 'node:crypto';
import { regulation, type Role } from '#domain';
import { startApi, startPostgres, type Reply, type Session, type TestApi, type TestPostgres } from '#support';
import { untilPasses } from '#support/until';

let postgres: TestPostgres;
let api: TestApi;
const units: Record<'province' | 'commune' | 'silent' | 'hamlet' | 'dissolved', string> = {
  province: '',
  commune: '',
  silent: '',
  hamlet: '',
  dissolved: '',
};
type Unit = keyof typeof units;
const sessions = new Map<string, Session>();

const as = async (username: string): Promise<Session> => {
  const known = sessions.get(username) ?? (await api.signIn(username));
  sessions.set(username, known);
  return known;
};

const later = (day: string): void => {
  api.clock.set(`${day}T02:00:00.000Z`);
  sessions.clear();
};

const done = (reply: Reply, status = 200): Reply['body'] => {
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status });
  return reply.body;
};

const post = async (who: string, path: string, body: unknown = {}): Promise<Reply> => (await as(who)).post(path, body);

/** What the read models say once they have seen everything that was written. */
const seen = async (who: string, path: string): Promise<Reply['body']> => {
  const headers = { 'x-kheo-wait-for': String(await api.ports.store.head()) };
  return done(await (await as(who)).get(path, { headers }));
};

/** Refused alike in both languages, in words of each, and nothing is recorded. */
const refused = async (
  who: string,
  path: string,
  body: unknown,
  ...[status, code, pointer]: readonly [status: number, code: string, pointer?: string]
): Promise<Readonly<Record<'vi' | 'en', string>>> => {
  const session = await as(who);
  const before = await api.ports.store.head();
  const ask = (language: string) => session.post(path, body, { headers: { 'accept-language': language } });
  const [vi, en] = [await ask('vi'), await ask('en')];
  expect([vi.status, vi.body.code, en.status, en.body.code]).toEqual([status, code, status, code]);
  if (pointer !== undefined) expect(vi.body['errors']).toMatchObject([{ pointer, code }]);
  expect(await api.ports.store.head()).toBe(before);
  return { vi: String(vi.body['detail']), en: String(en.body['detail']) };
};

const reportOf = async (unit: Unit, kind: 'OWN' | 'CONSOLIDATED' = 'OWN'): Promise<string> => {
  const { items } = await seen('auditor', `/api/reports?unit=${units[unit]}&kind=${kind}&period=H1-2026`);
  const found = items.find(({ unitId }) => unitId === units[unit]);
  return `/api/reports/${String(found?.['id'])}`;
};

const FIGURES = { BUOI_TUYEN_TRUYEN: 12, LUOT_NAM: 40, LUOT_NU: 60, LUOT_NGUOI: 100 };
const filled = (figures: object = FIGURES): object => ({ figures, narrative: 'Đạt kế hoạch', evidenceIds: [] });
const PAPER = { number: '31-CV/BDV', issuedOn: '2026-06-10' };

const people: readonly (readonly [name: string, unit: Unit, ...roles: readonly Role[]])[] = [
  ['auditor', 'province', 'AUDITOR'],
  ['body', 'province', 'STANDING_BODY_OFFICER'],
  ['another', 'province', 'STANDING_BODY_OFFICER'],
  ['signer', 'province', 'DECISION_SIGNER'],
  ['commune-officer', 'commune', 'UNIT_OFFICER'],
  ['commune-head', 'commune', 'UNIT_HEAD'],
  ['commune-body', 'commune', 'STANDING_BODY_OFFICER'],
  ['hamlet-officer', 'hamlet', 'UNIT_OFFICER'],
  ['silent-officer', 'silent', 'UNIT_OFFICER'],
];

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  units.province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  units.commune = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', units.province);
  units.silent = await api.unit('Đảng ủy xã Im Lặng', 'COMMUNE', units.province);
  units.dissolved = await api.unit('Đảng ủy xã Sáp Nhập', 'COMMUNE', units.province);
  units.hamlet = await api.unit('Chi bộ thôn Một', 'UNIT', units.commune);
  for (const [name, unit, ...roles] of people)
    await api.person(name, ...roles.map((role) => ({ role, unitId: units[unit] })));
  const content = regulation.exampleRegulation(2026);
  const { id } = done(await post('body', '/api/regulations', { unitId: units.province, content }), 201);
  const paper = { number: '12-QĐ/TU', issuedOn: '2026-02-02', from: '2026-02-02', illustrative: true };
  done(await post('signer', `/api/regulations/${id}/publish`, paper));
  const cycle = { unitId: units.province, name: 'Năm 2026', year: 2026, movement: 'Dân vận khéo', regulationId: id };
  const cycleId = done(await post('body', '/api/cycles', cycle), 201).id;
  await registerModel(cycleId);
  await api.obligations.obligeAll();
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

/** One model is registered in the hamlet: a figure that the log knows. */
const registerModel = async (cycleId: string): Promise<void> => {
  const parts = { situation: 'Nhiều rác', objectives: 'Sạch', content: 'Trồng hoa', schedule: 'Tháng 3' };
  const form = { name: 'Đường hoa', subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [], ...parts };
  const draft = { unitId: units.hamlet, cycleId, origin: { kind: 'NEW' }, form };
  const { id } = done(await post('hamlet-officer', '/api/registrations', draft), 201);
  done(await post('commune-head', `/api/registrations/${id}/submit`));
  done(await post('body', `/api/registrations/${id}/accept`));
};

describe('the life of a report, over HTTP', () => {
  it('every unit owes its report; nobody creates one by hand, and nobody reports before the period is over', async () => {
    const { items } = await seen('auditor', '/api/reports?period=H1-2026');
    expect(items.map(({ unitId, kind, dueOn, standing }) => [unitId, kind, dueOn, standing])).toEqual(
      expect.arrayContaining([
        [units.hamlet, 'OWN', '2026-06-15', 'ON_TIME'],
        [units.commune, 'OWN', '2026-06-15', 'ON_TIME'],
        [units.commune, 'CONSOLIDATED', '2026-06-17', 'ON_TIME'],
        [units.province, 'CONSOLIDATED', '2026-06-19', 'ON_TIME'],
      ]),
    );
    expect(items).toHaveLength(6);
    expect((await post('body', '/api/reports', {})).status).toBe(404);
    const told = await refused(
      'hamlet-officer',
      `${await reportOf('hamlet')}/submit`,
      filled(),
      422,
      'period-not-over',
    );
    expect(told).toMatchObject({
      vi: expect.stringContaining('31/05/2026') as string,
      en: expect.stringContaining('31/05/2026') as string,
    });
    const tasks = await seen('hamlet-officer', '/api/tasks?kind=report');
    expect(tasks.items.map(({ unitId, kind }) => [unitId, kind])).toContainEqual([units.hamlet, 'report']);
  });

  it('the form shows what the log knows and locks it, and shows how the days are counted', async () => {
    later('2026-06-12');
    const path = await reportOf('hamlet');
    const form = await seen('hamlet-officer', `${path}/form`);
    const figures = form['figures'] as readonly { readonly code: string }[];
    const figure = (code: string): unknown => figures.find((each) => each.code === code);
    expect(figure('DANG_KY')).toMatchObject({ locked: true, value: 1 });
    expect(figure('CONG_NHAN')).toMatchObject({ locked: true, value: 0 });
    expect(figure('BUOI_TUYEN_TRUYEN')).toMatchObject({ locked: false, required: true, value: null });
    expect(form['due']).toMatchObject({ dueOn: '2026-06-15', originalDueOn: '2026-06-15', workingDays: 1 });
    expect((form['due'] as { readonly sentence: string }).sentence).toBe(
      'Còn 1 ngày làm việc đến hạn 15/06/2026 (bỏ qua 2 ngày cuối tuần)',
    );
  });

  it('a locked figure, a wrong total and a missing figure are refused by name, in both languages', async () => {
    const path = `${await reportOf('hamlet')}/submit`;
    const submit = (figures: object, ...refusal: readonly [code: string, pointer: string]) =>
      refused('hamlet-officer', path, filled({ ...FIGURES, ...figures }), 422, ...refusal);
    await submit({ DANG_KY: 7 }, 'figure-locked', '/figures/DANG_KY');
    const told = await submit({ LUOT_NGUOI: 99 }, 'figures-do-not-add-up', '/figures/LUOT_NGUOI');
    for (const text of Object.values(told)) expect(text).toMatch(/“Tổng lượt người tham gia”.*100.*99/u);
    expect(told.vi).toContain('tổng');
    expect(told.en).toContain('sum');
    await submit({ BUOI_TUYEN_TRUYEN: null }, 'figure-required', '/figures/BUOI_TUYEN_TRUYEN');
    await submit({ KHONG_CO: 1 }, 'figure-unknown', '/figures/KHONG_CO');
    await submit({ LUOT_NAM: -1 }, 'figure-invalid', '/figures/LUOT_NAM');
    await refused('hamlet-officer', path, filled({ LUOT_NAM: 'bốn mươi' }), 400, 'malformed');
    await refused('silent-officer', path, filled(), 404, 'not-found');
  });

  it('it is submitted once, however often it is sent, and not over the work of somebody else', async () => {
    const path = await reportOf('hamlet');
    const session = await as('hamlet-officer');
    const stale = await session.post(`${path}/submit`, filled(), { headers: { 'if-match': '"9"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
    const first = await session.post(`${path}/submit`, filled(), { headers });
    expect(done(first)['events']).toEqual(['ReportSubmitted']);
    expect((await session.post(`${path}/submit`, filled(), { headers })).body).toEqual(first.body);
    const other = await session.post(`${path}/submit`, filled({ BUOI_TUYEN_TRUYEN: 1 }), { headers });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const report = await seen('hamlet-officer', path);
    expect(report).toMatchObject({
      status: 'SUBMITTED',
      standing: 'ON_TIME',
      versions: [{ version: 1, figures: { ...FIGURES, DANG_KY: 1 }, workingDaysLate: 0 }],
    });
  });

  it('it is returned with a reason, comes in again, and is approved by the unit that receives it', async () => {
    const path = await reportOf('hamlet');
    await refused('commune-body', `${path}/return`, { reason: 'Thiếu', dueOn: '2026-06-01' }, 422, 'date-in-past');
    await refused('hamlet-officer', `${path}/approve`, {}, 403, 'role-not-allowed');
    done(await post('commune-body', `${path}/return`, { reason: 'Thiếu số liệu nữ', dueOn: '2026-06-16' }));
    expect(await seen('hamlet-officer', path)).toMatchObject({
      status: 'REVISION_REQUESTED',
      dueOn: '2026-06-16',
      originalDueOn: '2026-06-15',
    });
    done(await post('hamlet-officer', `${path}/submit`, filled()));
    const actions = await seen('commune-body', `${path}/actions`);
    expect([actions['ApproveReport'], actions['SubmitReport']]).toMatchObject([
      { allowed: true },
      { allowed: false, reason: 'wrong-status' },
    ]);
    done(await post('commune-body', `${path}/approve`));
  });

  it('who submitted a report does not approve it; a body does not examine the report of its own unit', async () => {
    const path = await reportOf('commune');
    done(await post('body', `${path}/submit`, filled()));
    await refused('body', `${path}/approve`, {}, 422, 'own-report');
    expect((await seen('body', `${path}/actions`))['ApproveReport']).toMatchObject({
      ...{ allowed: false, reason: 'own-report' },
      sentence: { vi: 'Bạn đã nộp báo cáo này, nên việc này phải do người khác làm.' },
      who: [{ role: 'STANDING_BODY_OFFICER', roleName: { vi: 'cán bộ cơ quan tham mưu' } }],
    });
    await refused('commune-body', `${path}/approve`, {}, 403, 'forbidden');
    done(await post('another', `${path}/approve`));
  });

  it('a report is extended by a document, and its original due date stays in sight', async () => {
    const path = await reportOf('silent');
    const extension = { dueOn: '2026-06-17', reason: 'Mưa lũ', document: PAPER };
    await refused('another', `${path}/extend`, { ...extension, dueOn: '2026-06-15' }, 422, 'not-an-extension');
    await refused(
      'another',
      `${path}/extend`,
      { ...extension, document: { ...PAPER, issuedOn: '2026-07-01' } },
      422,
      'date-in-future',
    );
    done(await post('another', `${path}/extend`, extension));
    expect(await seen('silent-officer', path)).toMatchObject({
      dueOn: '2026-06-17',
      originalDueOn: '2026-06-15',
      extensions: [{ previousDueOn: '2026-06-15', dueOn: '2026-06-17', reason: 'Mưa lũ', document: PAPER }],
    });
  });

  it('a unit that was dissolved is excused with a reason', async () => {
    const path = await reportOf('dissolved');
    await refused('commune-body', `${path}/excuse`, { reason: 'Sáp nhập' }, 404, 'not-found');
    done(await post('body', `${path}/excuse`, { reason: 'Đã sáp nhập' }));
    expect(await seen('auditor', path)).toMatchObject({
      status: 'EXCUSED',
      standing: 'EXCUSED',
      excuse: 'Đã sáp nhập',
    });
  });

  it('a consolidated report sums what is approved, tells its coverage and who is missing', async () => {
    const commune = await reportOf('commune', 'CONSOLIDATED');
    await refused('commune-body', `${commune}/submit`, filled({}), 422, 'not-consolidated');
    await refused('commune-body', `${await reportOf('commune')}/consolidate`, {}, 409, 'wrong-status');
    done(await post('commune-body', `${commune}/consolidate`));
    await refused('commune-body', `${commune}/submit`, filled({ LUOT_NAM: 41 }), 422, 'figure-locked');
    const hamlet = await reportOf('hamlet');
    done(await post('commune-body', `${hamlet}/return`, { reason: 'Đếm lại', dueOn: '2026-06-19' }));
    await refused('commune-body', `${commune}/submit`, filled({}), 422, 'consolidation-stale');
    done(await post('hamlet-officer', `${hamlet}/submit`, filled()));
    done(await post('commune-body', `${hamlet}/approve`));
    done(await post('commune-body', `${commune}/consolidate`));
    done(await post('commune-body', `${commune}/submit`, filled({})));
    done(await post('body', `${commune}/approve`));
    const province = await reportOf('province', 'CONSOLIDATED');
    const live = await seen('auditor', `${province}/consolidation`);
    expect(live).toMatchObject({
      figures: { DANG_KY: 1, BUOI_TUYEN_TRUYEN: 24, LUOT_NGUOI: 200 },
      figureNames: { DANG_KY: 'Số mô hình đăng ký' },
      coverage: { included: 2, obliged: 3 },
      missing: [{ unitId: units.silent, status: 'OPEN' }],
      text: '2/3 báo cáo',
    });
    expect(await seen('hamlet-officer', hamlet)).toMatchObject({ figureNames: live['figureNames'] });
    done(await post('body', `${province}/consolidate`));
    await untilPasses(async () => {
      expect(await seen('hamlet-officer', await reportOf('hamlet'))).toMatchObject({ status: 'CONSOLIDATED' });
    });
  });

  it('the board tells who is overdue by how many working days, and exports just that', async () => {
    later('2026-06-22');
    const overdue = await seen('body', '/api/reports?status=overdue&period=H1-2026');
    expect(overdue.items.map(({ unitId, kind, workingDays }) => [unitId, kind, workingDays])).toEqual([
      [units.silent, 'OWN', 3],
      [units.province, 'CONSOLIDATED', 1],
    ]);
    expect((await seen('body', '/api/reports?status=OVERDUE')).items).toEqual(overdue.items);
    expect((await seen('commune-officer', '/api/reports?status=overdue')).items).toEqual([]);
    const coverage = await seen('body', `/api/reports/coverage?period=H1-2026&receiver=${units.province}&kind=OWN`);
    expect(coverage).toMatchObject({
      obliged: 2,
      submitted: 1,
      approved: 1,
      excused: 1,
      text: '1/2 đơn vị',
      byStanding: { OVERDUE: 1, ON_TIME: 1, EXCUSED: 1 },
      overdueUnits: [{ unitId: units.silent, workingDays: 3 }],
    });
    const csv: unknown = await seen('body', '/api/reports?status=overdue&format=csv');
    expect(csv).toMatch(
      /^Đảng ủy xã Im Lặng,Tỉnh ủy Minh Họa,Báo cáo,06 tháng đầu năm 2026,.*,Chưa nộp,.*,Quá hạn,3,/mu,
    );
    expect(csv).not.toMatch(new RegExp(`${units.silent}|${units.hamlet}`, 'u'));
  });

  it('a parent hands in without a unit that never answered: it is missing; what comes in late is told so', async () => {
    const province = await reportOf('province', 'CONSOLIDATED');
    done(await post('body', `${province}/submit`, filled({})));
    expect(await seen('auditor', province)).toMatchObject({ standing: 'LATE', workingDaysLate: 1 });
    const silent = await reportOf('silent');
    expect(await seen('auditor', silent)).toMatchObject({ standing: 'MISSING' });
    done(await post('silent-officer', `${silent}/submit`, filled()));
    expect(await seen('auditor', silent)).toMatchObject({ standing: 'LATE', workingDaysLate: 3, status: 'SUBMITTED' });
    done(await post('another', `${province}/approve`));
    done(await post('another', `${province}/close`));
  });

  it('a closed report is reopened as a new version; the closed one stays readable', async () => {
    const path = await reportOf('hamlet');
    done(await post('commune-body', `${path}/close`));
    await refused('hamlet-officer', `${path}/submit`, filled(), 409, 'wrong-status');
    done(await post('commune-body', `${path}/reopen`, { reason: 'Sai số buổi', dueOn: '2026-06-30' }));
    done(await post('hamlet-officer', `${path}/submit`, filled({ ...FIGURES, BUOI_TUYEN_TRUYEN: 15 })));
    const { versions, ...report } = await seen('auditor', path);
    expect(report).toMatchObject({ version: 2, status: 'SUBMITTED', originalDueOn: '2026-06-15' });
    expect(versions).toMatchObject([
      { version: 1, figures: { BUOI_TUYEN_TRUYEN: 12 } },
      { version: 2, figures: { BUOI_TUYEN_TRUYEN: 15 } },
    ]);
    const trail = await seen('auditor', `${path}/timeline?limit=200`);
    expect(trail.items.map(({ type }) => type)).toEqual([
      'ReportObliged',
      'ReportSubmitted',
      'ReportReturned',
      'ReportSubmitted',
      'ReportApproved',
      'ReportReturned',
      'ReportSubmitted',
      'ReportApproved',
      'ReportConsolidated',
      'ReportClosed',
      'ReportReopened',
      'ReportSubmitted',
    ]);
    expect(report['timeline']).toBe(`${path}/timeline`);
  });

  it('figures the log knows are not told while the read model that counts them stands still', async () => {
    const form = `${await reportOf('hamlet')}/form`;
    await seen('hamlet-officer', form);
    await api.pool.query(`update read_models.projections set status = 'stopped', position = position - 1,
      holder = null, fence = fence + 1 where name = 'statistics'`);
    const reply = await (await as('hamlet-officer')).get(form);
    expect({ status: reply.status, body: reply.body }).toMatchObject({
      status: 503,
      body: { code: 'read-model-behind' },
    });
  });
});
