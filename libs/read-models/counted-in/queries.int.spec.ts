import type { reporting } from '#domain';
import { startPostgres, type TestPostgres } from '#support';
import { commune, furniture, id, lifeOf, PROVINCE, sampleLife, type Happening } from '#support/histories';
import { happening } from '../testing/history.ts';
import { openProjectedLog, type ProjectedLog } from '../testing/projected-log.ts';
import { listCountingReports } from './queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const registrationId = id('registration', 1);
const life = { ...sampleLife(1), ending: 'recognized' } as const;
const central = id('unit', 99);
const [own, late, above, top, without] = [1, 2, 3, 4, 5].map((number) => id('report', number)) as [
  string,
  string,
  string,
  string,
  string,
];

const definitions = () => [
  { code: 'DANG_KY', name: 'Mô hình đăng ký', known: 'REGISTERED' as const },
  { code: 'CONG_NHAN', name: 'Mô hình được công nhận', known: 'RECOGNIZED' as const },
  { code: 'BUOI', name: 'Buổi tuyên truyền' },
];
const locked = ['DANG_KY', 'CONG_NHAN'];

let happened = 0;

const on = (reportId: string, type: reporting.ReportEvent['type'], data: object, day = '2026-01-05'): Happening => {
  const meta = { effectiveOn: day, recordedAt: `${day}T02:00:00.000Z` };
  const one = happening(`report-${reportId}`, { type, data: { reportId, ...data } } as never, meta);
  happened += 1;
  return { ...one, event: { ...one.event, id: id('event', 900 + happened) } };
};

const owed = (reportId: string, data: object): Happening =>
  on(reportId, 'ReportObliged', {
    ...{ unitId: commune(1), receiverId: PROVINCE, kind: 'OWN', regulationId: id('regulation', 1) },
    ...{ period: { kind: 'ANNUAL', year: 2026 }, from: '2026-01-01', cutoff: '2026-12-31', dueOn: '2027-01-15' },
    ...data,
  });
const submitted = (reportId: string, version: number, day: string): Happening =>
  on(
    reportId,
    'ReportSubmitted',
    { version, figures: {}, locked, narrative: '', evidence: [], workingDaysLate: 0 },
    day,
  );
const consolidated = (reportId: string, ...included: readonly object[]): Happening =>
  on(reportId, 'ReportsConsolidated', {
    ...{ version: 1, figures: {}, included, missing: [], coverage: { included: 1, obliged: 1 } },
  });

const asked = { registrationId, scope: 'all', definitions } as const;
const reportsOf = (more: Partial<Parameters<typeof listCountingReports>[1]> = {}) =>
  listCountingReports(projected.db, { ...asked, ...more });

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens([
    ...furniture(),
    owed(late, { period: { kind: 'H1', year: 2026 }, cutoff: '2026-05-31' }),
    submitted(late, 1, '2026-06-10'),
    ...lifeOf(1, { ...life, unit: 1 }),
    owed(own, {}),
    submitted(own, 1, '2027-01-10'),
    owed(without, { unitId: commune(2) }),
    submitted(without, 1, '2027-01-10'),
    owed(above, { unitId: PROVINCE, receiverId: central, kind: 'CONSOLIDATED' }),
    consolidated(above, { unitId: commune(1), reportId: own, version: 1 }),
    submitted(above, 1, '2027-01-12'),
    owed(top, { unitId: central, receiverId: central, kind: 'CONSOLIDATED' }),
    consolidated(top, { unitId: PROVINCE, reportId: above, version: 1 }),
    on(late, 'ReportReturned', { version: 1, reason: 'Thiếu', dueOn: '2027-01-31' }, '2027-01-18'),
    submitted(late, 1, '2027-01-20'),
  ]);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

describe('the reports that count a registration', () => {
  it('are the unit’s own, with the figures it is in, and what was made of it above and handed in', async () => {
    const figures = [
      { code: 'DANG_KY', name: 'Mô hình đăng ký' },
      { code: 'CONG_NHAN', name: 'Mô hình được công nhận' },
    ];
    const period = { kind: 'ANNUAL', year: 2026 };
    expect(await reportsOf({ asOf: '2027-01-15' })).toEqual([
      {
        ...{ id: own, unitId: commune(1), kind: 'OWN', period, status: 'SUBMITTED', version: 1 },
        ...{ submittedOn: '2027-01-10', figures },
      },
      {
        ...{ id: above, unitId: PROVINCE, kind: 'CONSOLIDATED', period, status: 'SUBMITTED', version: 1 },
        ...{ submittedOn: '2027-01-12', figures },
      },
    ]);
  });

  it('are not those handed in before it was recorded, until they are handed in anew', async () => {
    const ids = async (asOf?: string) =>
      (await reportsOf(asOf === undefined ? {} : { asOf })).map(({ id: one }) => one);
    expect(await ids('2026-06-30')).toEqual([]);
    expect(await ids('2027-01-11')).toEqual([own]);
    expect(await ids()).toEqual([late, own, above]);
  });

  it('are told to those who see the unit that owes them, the chain above or not', async () => {
    const ids = async (...unitIds: readonly string[]) =>
      (await reportsOf({ scope: { unitIds } })).map(({ unitId }) => unitId);
    expect(await ids(PROVINCE)).toEqual([PROVINCE]);
    expect(new Set(await ids(commune(1)))).toEqual(new Set([commune(1)]));
    expect(await ids()).toEqual([]);
    expect(await reportsOf({ registrationId: id('registration', 2) })).toEqual([]);
  });
});
