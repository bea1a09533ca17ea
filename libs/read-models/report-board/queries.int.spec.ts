import { reporting } from '#domain';
import fc from 'fast-check';
import type { TestPostgres } from '#support';
import type { Happening, ReportLife } from '#support/histories';
import { startPostgres } from '#support';
import { commune, furniture, id, PROVINCE, REPORT_ENDINGS, reportLifeOf } from '#support/histories';
import { happening } from '../testing/history.ts';
import { getTimeline } from '../timeline/queries.ts';
import { openProjectedLog } from '../testing/projected-log.ts';
import type { ProjectedLog } from '../testing/projected-log.ts';
import { getBoardCoverage } from './coverage.ts';
import { getReport, listChildReports, listReports, type BoardQuery } from './queries.ts';
import type { StandingRules } from './standing.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const H1 = { kind: 'H1', year: 2026 } as const;
const regulationId = id('regulation', 1);
/** The 18th and 19th of June are a public holiday here; the 20th is a Saturday that is worked. */
const calendar = {
  holidays: new Map([
    ['2026-06-18', 'Ngày nghỉ minh họa'],
    ['2026-06-19', 'Ngày nghỉ minh họa'],
  ]),
  makeUpDays: new Set(['2026-06-20']),
};
const rules: StandingRules = new Map([[regulationId, { calendar, dueSoonDays: 3 }]]);

const PAPER = { number: '1-QĐ', issuedOn: '2025-12-01' };
const unit = (number: number): string => id('unit', 100 + number);
const report = (number: number): string => id('report', number);

const ENDINGS: readonly Omit<ReportLife, 'unitId'>[] = [
  ...Array.from({ length: 40 }, () => ({ ending: 'approved' }) as const),
  ...Array.from({ length: 8 }, () => ({ ending: 'submitted', workingDaysLate: 2 }) as const),
  { ending: 'owed', dueOn: '2026-06-12' },
  { ending: 'owed' },
  { ending: 'returned' },
  { ending: 'owed', dueOn: '2026-06-23' },
  { ending: 'excused' },
];

const lives = ENDINGS.flatMap((life, number) => reportLifeOf(number, { ...life, unitId: unit(number) }));

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens(lives);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

const asked = { scope: 'all', today: '2026-06-17', rules } as const;

const idsOf = async (query: Partial<BoardQuery>): Promise<string[]> =>
  (await listReports(projected.db, { ...asked, limit: 200, ...query })).items.map(({ id: one }) => one);

describe('the board of reports', () => {
  it('tells who is overdue by how many working days, the longest first', async () => {
    const { items } = await listReports(projected.db, { ...asked, status: 'OVERDUE' });
    expect(items.map(({ id: one, workingDays }) => [one, workingDays])).toEqual([
      [report(48), 3],
      [report(49), 2],
    ]);
    expect(items[0]).toMatchObject({ unitId: unit(48), period: H1, standing: 'OVERDUE', originalDueOn: '2026-06-12' });
  });

  it('tells what is due soon by working days, the made-up Saturday among them', async () => {
    expect(await idsOf({ status: 'DUE_SOON' })).toEqual([report(51)]);
    expect(await idsOf({ status: 'DUE_SOON', today: '2026-06-16' })).toEqual([]);
  });

  it('holds nothing for overdue on a rest day behind the due date', async () => {
    expect(await idsOf({ status: 'OVERDUE', today: '2026-06-14' })).toEqual([]);
    expect(await idsOf({ status: 'OVERDUE', today: '2026-06-15' })).toEqual([report(48)]);
  });

  it('finds reports by status as well as by standing', async () => {
    expect(await idsOf({ status: 'REVISION_REQUESTED' })).toEqual([report(50)]);
    expect(await idsOf({ status: 'LATE' })).toHaveLength(8);
    expect(await idsOf({ status: 'EXCUSED' })).toEqual([report(52)]);
    expect(await idsOf({ period: { kind: 'ANNUAL', year: 2026 } })).toEqual([]);
    expect(await idsOf({ receiverId: PROVINCE, kind: 'OWN', period: H1 })).toHaveLength(53);
  });

  it.each(['dueOn', '-dueOn'] as const)('pages through every overdue report once, by %s', async (sort) => {
    const query = { ...asked, today: '2026-08-01', status: 'OVERDUE', sort, limit: 1 } as const;
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await listReports(projected.db, { ...query, ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ id: one }) => one));
      after = page.next;
    }
    const byDate = [48, 49, 51, 50].map(report);
    expect(seen).toEqual(sort === 'dueOn' ? byDate : byDate.reverse());
  });

  it('shows each reader their own units only', async () => {
    expect(await idsOf({ scope: { unitIds: [unit(48)] } })).toEqual([report(48)]);
    expect(await idsOf({ scope: { unitIds: [] } })).toEqual([]);
    expect(await idsOf({ unitIds: [unit(1), unit(2)] })).toHaveLength(2);
    const foreign = { ...asked, id: report(1), scope: { unitIds: [unit(2)] } } as const;
    expect(await getReport(projected.db, foreign)).toBeUndefined();
  });

  it('shows what a report said, why it came back, and until when', async () => {
    expect(await getReport(projected.db, { ...asked, id: report(50) })).toMatchObject({
      status: 'REVISION_REQUESTED',
      dueOn: '2026-07-01',
      originalDueOn: '2026-06-15',
      submittedOn: null,
      versions: [{ version: 1, status: 'REVISION_REQUESTED', figures: { SO_MO_HINH: 3 } }],
      returned: [{ reason: 'Số liệu chưa khớp', dueOn: '2026-07-01', returnedBy: expect.any(String) as string }],
    });
  });
});

describe('reports in the order of what is to be done', () => {
  it('begin with what is overdue, then what is owed, then what waits for the receiver, page by page', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = { ...asked, sort: 'urgency', limit: 3, ...(after ? { after } : {}) } as const;
      const page = await listReports(projected.db, query);
      seen.push(...page.items.map(({ status, standing }) => (standing === 'OVERDUE' ? standing : status)));
      after = page.next;
    }
    expect(seen).toEqual([
      ...['OVERDUE', 'OVERDUE', 'OPEN', 'REVISION_REQUESTED'],
      ...Array.from({ length: 8 }, () => 'SUBMITTED'),
      ...seen.slice(12),
    ]);
    expect(new Set(seen.slice(12))).toEqual(new Set(['APPROVED', 'EXCUSED']));
  });
});

describe('a unit whose reports are looked for by its name', () => {
  it('is found however the name is spelt, by one it had before too', async () => {
    const named = await openProjectedLog(server);
    await named.happens([
      ...furniture(),
      ...reportLifeOf(1, { ending: 'owed', unitId: commune(1) }),
      ...reportLifeOf(2, { ending: 'owed', unitId: PROVINCE }),
      happening(`unit-${commune(1)}`, {
        type: 'UnitRenamed',
        data: { unitId: commune(1), name: 'Phường Hoà Bình', from: '2026-01-01', document: PAPER },
      }),
    ]);
    const found = async (q: string) => (await listReports(named.db, { ...asked, q })).items.map(({ id: one }) => one);
    for (const q of ['hòa bình', 'hoa binh', 'Hoà Bình'.normalize('NFD'), 'dong hai 2', 'Đông Hải 2'])
      expect([q, await found(q)]).toEqual([q, [report(1)]]);
    expect(await found('Hòa Bình 2')).toEqual([]);
    await named.close();
  });
});

describe('the coverage of a period', () => {
  it('says 48 of 52 with the excused one left out, and names who is overdue', async () => {
    const coverage = await getBoardCoverage(projected.db, { ...asked, period: H1 });
    expect(coverage).toEqual({
      obliged: 52,
      submitted: 48,
      approved: 40,
      excused: 1,
      byStanding: { ON_TIME: 41, DUE_SOON: 1, OVERDUE: 2, LATE: 8, MISSING: 0, EXCUSED: 1 },
      overdueUnits: [
        { unitId: unit(48), reportId: report(48), workingDays: 3 },
        { unitId: unit(49), reportId: report(49), workingDays: 2 },
      ],
    });
  });

  it('counts only what the reader may see', async () => {
    const scope = { unitIds: [unit(48), unit(1)] };
    const { obliged, submitted } = await getBoardCoverage(projected.db, { ...asked, scope, period: H1 });
    expect({ obliged, submitted }).toEqual({ obliged: 2, submitted: 1 });
  });
});

describe('a unit above that went on without a report', () => {
  let above: ProjectedLog;
  const central = id('unit', 99);

  beforeAll(async () => {
    above = await openProjectedLog(server);
    await above.happens([
      ...reportLifeOf(0, { ending: 'submitted', unitId: PROVINCE, receiverId: central, kind: 'CONSOLIDATED' }),
      ...reportLifeOf(1, { ending: 'approved', unitId: PROVINCE, receiverId: central, figures: { SO_MO_HINH: 1 } }),
      ...reportLifeOf(2, { ending: 'owed', unitId: commune(1) }),
      ...reportLifeOf(3, { ending: 'approved', unitId: commune(2) }),
      ...reportLifeOf(4, { ending: 'excused', unitId: commune(2), kind: 'CONSOLIDATED' }),
      ...reportLifeOf(5, { ending: 'owed', unitId: commune(3), period: { kind: 'ANNUAL', year: 2026 } }),
    ]);
  });

  afterAll(() => above.close());

  it('makes it missing, in its own period only', async () => {
    const { items } = await listReports(above.db, { ...asked, status: 'MISSING' });
    expect(items.map(({ id: one }) => one)).toEqual([report(2)]);
    expect(items[0]).toMatchObject({ standing: 'MISSING', workingDays: 2 });
    const { byStanding, overdueUnits } = await getBoardCoverage(above.db, { ...asked, period: H1 });
    expect(byStanding).toMatchObject({ MISSING: 1, OVERDUE: 0 });
    expect(overdueUnits).toMatchObject([{ reportId: report(2) }]);
  });

  it('is owed every report of the units below, both of a unit that owes two', async () => {
    const children = await listChildReports(above.db, { receiverId: PROVINCE, period: H1 });
    expect(children).toMatchObject([
      { unitId: commune(1), reportId: report(2), status: 'OPEN', version: 1 },
      { unitId: commune(2), reportId: report(4), status: 'EXCUSED', version: 1 },
      { unitId: commune(2), reportId: report(3), status: 'APPROVED', version: 1 },
    ]);
    const forCentral = await listChildReports(above.db, { receiverId: central, period: H1 });
    expect(forCentral).toMatchObject([
      { reportId: report(0), status: 'SUBMITTED' },
      { reportId: report(1), status: 'APPROVED', figures: { SO_MO_HINH: 1 } },
    ]);
  });
});

describe('the standing that is asked for', () => {
  const days = fc.integer({ min: 0, max: 40 }).map((day) => `2026-06-${String(1 + (day % 30)).padStart(2, '0')}`);
  const histories: fc.Arbitrary<ReportLife[]> = fc.array(
    fc.record({
      ending: fc.constantFrom(...REPORT_ENDINGS),
      unitId: fc.nat(4).map(unit),
      receiverId: fc.nat(4).map(unit),
      kind: fc.constantFrom('OWN', 'CONSOLIDATED'),
      dueOn: days,
      regulationId: fc.constantFrom(regulationId, id('regulation', 2)),
      workingDaysLate: fc.nat(2),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it('is the one that is shown, whatever happened and whatever the day', async () => {
    await fc.assert(
      fc.asyncProperty(histories, days, async (all, today) => {
        const other = await openProjectedLog(server);
        try {
          await other.happens(all.flatMap((life, number): Happening[] => reportLifeOf(number, life)));
          const shown = (await listReports(other.db, { ...asked, today, limit: 200 })).items;
          const { byStanding } = await getBoardCoverage(other.db, { ...asked, today, period: H1 });
          for (const status of reporting.STANDINGS) {
            const { items } = await listReports(other.db, { ...asked, today, status, limit: 200 });
            expect(items).toEqual(shown.filter(({ standing }) => standing === status));
            expect(byStanding[status]).toBe(items.length);
          }
          const absent = await listReports(other.db, { ...asked, today, status: 'ABSENT', limit: 200 });
          expect(absent.items.length).toBe(byStanding.OVERDUE + byStanding.MISSING);
        } finally {
          await other.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

it('the trail of a report tells which time a version is handed in, page by page', async () => {
  const life = (ending: 'returned' | 'reopened') => reportLifeOf(90, { ending, unitId: unit(90) });
  const handedIn = (version: number, number: number): Happening[] =>
    life('returned')
      .filter(({ event }) => event.type === 'ReportSubmitted')
      .map(({ stream, event }) => {
        const data = Object.assign({}, event.data, { version });
        return { stream, event: Object.assign({}, event, { data, id: id('event', number) }) };
      });
  const reopened = life('reopened').filter(({ event }) => event.type === 'ReportReopened');
  await projected.happens([...life('returned'), ...handedIn(1, 9001), ...reopened, ...handedIn(2, 9002)]);
  const subject = `report-${report(90)}`;
  const { items, next } = await getTimeline(projected.db, { subject, limit: 3 });
  const rest = await getTimeline(projected.db, { subject, after: next ?? '' });
  const told = [...items, ...rest.items].filter(({ type }) => type === 'ReportSubmitted');
  expect(told.map(({ sentence }) => sentence)).toEqual([
    { vi: 'Nộp báo cáo (bản 1), đúng hạn', en: 'Submitted the report (version 1), on time' },
    { vi: 'Nộp báo cáo (bản 1, lần 2), đúng hạn', en: 'Submitted the report (version 1, submission 2), on time' },
    { vi: 'Nộp báo cáo (bản 2), đúng hạn', en: 'Submitted the report (version 2), on time' },
  ]);
});
