import { addDays } from '#domain';
import fc from 'fast-check';
import type { TestPostgres } from '#support';
import type { Happening, ReportLife } from '#support/histories';
import { startPostgres } from '#support';
import { commune, id, interleave, PROVINCE, REPORT_ENDINGS, reportLifeOf } from '#support/histories';
import type { AsOf } from '../paging/page.ts';
import { openProjectedLog } from '../testing/projected-log.ts';
import type { ProjectedLog } from '../testing/projected-log.ts';
import { getBoardCoverage } from './coverage.ts';
import { getReport, listReports } from './queries.ts';
import type { BoardView } from './standing.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

const H1 = { kind: 'H1', year: 2026 } as const;
const rules: BoardView['rules'] = new Map();

/** The day of the first step of every report. */
const FIRST = '2026-06-10';
const dayOf = (step: number): string => addDays(FIRST, step);

/** Reports that take a step a day, together. */
const stepByStep = (lives: readonly ReportLife[]): Happening[] =>
  interleave(
    lives.map((life, number) =>
      reportLifeOf(number, life).map(({ stream, event }, step): Happening => {
        const meta = { ...event.meta, effectiveOn: dayOf(step), recordedAt: `${dayOf(step)}T02:00:00.000Z` };
        return { stream, event: { ...event, meta } };
      }),
    ),
  );

/** Everything the board says on a day about the lives of a history. */
const boardOf = async ({ db }: ProjectedLog, asked: Omit<BoardView, 'rules'>, count: number) => {
  const view = { scope: 'all', rules, ...asked } as const;
  const reports = Array.from({ length: count }, (_, number) => getReport(db, { ...view, id: id('report', number) }));
  return {
    list: await listReports(db, { ...view, limit: 200 }),
    below: await listReports(db, { ...view, receiverId: PROVINCE, sort: '-dueOn', limit: 200 }),
    overdue: await listReports(db, { ...view, status: 'OVERDUE', limit: 200 }),
    missing: await listReports(db, { ...view, status: 'MISSING', limit: 200 }),
    handedIn: await listReports(db, { ...view, status: 'SUBMITTED', limit: 200 }),
    coverage: await getBoardCoverage(db, { ...view, period: H1 }),
    reports: await Promise.all(reports),
  };
};

describe('the board as it was', () => {
  const life: fc.Arbitrary<ReportLife> = fc.record({
    ending: fc.constantFrom(...REPORT_ENDINGS),
    unitId: fc.constantFrom(PROVINCE, commune(1), commune(2)),
    receiverId: fc.constantFrom(PROVINCE, commune(1)),
    kind: fc.constantFrom('OWN', 'CONSOLIDATED'),
    dueOn: fc.constantFrom('2026-06-09', '2026-06-12', '2026-06-15'),
  });
  const lives = fc.array(life, { minLength: 1, maxLength: 12 });

  it('is what the board said then, whatever happened since', async () => {
    await fc.assert(
      fc.asyncProperty(lives, fc.nat(7), fc.boolean(), async (all, step, byDate) => {
        const [now, then] = [await openProjectedLog(server), await openProjectedLog(server)];
        try {
          const today = dayOf(step);
          const history = stepByStep(all);
          await now.happens(history);
          await then.happens(history.filter(({ event }) => event.meta.effectiveOn <= today));
          const cutoff: AsOf = byDate ? { asOf: today } : { knownAt: `${today}T02:00:00.000Z` };
          const asked = await boardOf(now, { today, ...cutoff }, all.length);
          expect(asked).toEqual(await boardOf(then, { today }, all.length));
        } finally {
          await Promise.all([now.close(), then.close()]);
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

describe('a closed figure', () => {
  let projected: ProjectedLog;
  const reportId = id('report', 0);

  beforeAll(async () => {
    projected = await openProjectedLog(server);
    await projected.happens(stepByStep([{ ending: 'reopened', unitId: commune(1) }]));
  });

  afterAll(() => projected.close());

  const coverage = (cutoff: AsOf & { readonly today: string }) =>
    getBoardCoverage(projected.db, { scope: 'all', rules, period: H1, ...cutoff });

  it('does not change when its report is reopened later', async () => {
    const closedOn = dayOf(4);
    expect(await coverage({ today: closedOn, asOf: closedOn })).toMatchObject({
      obliged: 1,
      submitted: 1,
      approved: 1,
    });
    expect(await coverage({ today: '2026-07-20' })).toMatchObject({
      obliged: 1,
      submitted: 0,
      approved: 0,
      overdueUnits: [{ unitId: commune(1) }],
    });
    const asked = { scope: 'all', rules, id: reportId, today: closedOn } as const;
    expect(await getReport(projected.db, { ...asked, asOf: closedOn })).toMatchObject({ status: 'CLOSED', version: 1 });
    expect(await getReport(projected.db, asked)).toMatchObject({ status: 'OPEN', version: 2, dueOn: '2026-07-01' });
  });

  it('counts what was effective by the day and recorded by the instant, both', async () => {
    const today = dayOf(2);
    const known = { today, asOf: today, knownAt: `${dayOf(1)}T02:00:00.000Z` };
    expect(await coverage(known)).toMatchObject({ submitted: 1, approved: 0 });
    expect(await coverage({ ...known, asOf: dayOf(0) })).toMatchObject({ obliged: 1, submitted: 0 });
    expect(await coverage({ ...known, asOf: dayOf(-1) })).toMatchObject({ obliged: 0 });
  });

  it('is not told to those who may not see the unit', async () => {
    const foreign = { scope: { unitIds: [commune(2)] }, rules, today: dayOf(4), asOf: dayOf(4) } as const;
    expect(await getReport(projected.db, { ...foreign, id: reportId })).toBeUndefined();
    expect((await listReports(projected.db, foreign)).items).toEqual([]);
  });
});
