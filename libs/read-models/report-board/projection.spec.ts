import type { Happening, ReportEnding } from '#support/histories';
import { commune, id, PROVINCE, reportLifeOf } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { reportState } from './projection.ts';

const reportId = id('report', 1);
const history = (ending: ReportEnding) => reportLifeOf(1, { ending, unitId: commune(1), workingDaysLate: 2 });
const line = (...happenings: readonly Happening[]) => rowsAfter(reportState, happenings)[0];

/** The second version, handed in on 1 December. */
const resubmitted = (version: number, figures: Record<string, number>) =>
  happening(`report-${reportId}`, {
    type: 'ReportSubmitted',
    data: { reportId, version, figures, locked: [], narrative: '', evidence: [], workingDaysLate: 0 },
  });

describe('the board’s line of a report', () => {
  it.each([
    ['owed', 'OPEN'],
    ['extended', 'OPEN'],
    ['excused', 'EXCUSED'],
    ['submitted', 'SUBMITTED'],
    ['returned', 'REVISION_REQUESTED'],
    ['approved', 'APPROVED'],
    ['consolidated', 'CONSOLIDATED'],
    ['closed', 'CLOSED'],
    ['reopened', 'OPEN'],
  ] as const)('shows a report that was %s as %s', (ending, status) => {
    expect(line(...history(ending))).toMatchObject({ status, unitId: commune(1), receiverId: PROVINCE });
  });

  it('keeps the original due date beside the extended one, and the paper that moved it', () => {
    expect(line(...history('extended'))).toMatchObject({
      originalDueOn: '2026-06-15',
      dueOn: '2026-06-30',
      extensions: [{ previousDueOn: '2026-06-15', dueOn: '2026-06-30', document: { number: '12-CV/BDV' } }],
    });
  });

  it('says when it was submitted and how late, but not any more once it was returned', () => {
    expect(line(...history('submitted'))).toMatchObject({ submittedOn: '2026-03-02', workingDaysLate: 2 });
    expect(line(...history('returned'))).toMatchObject({ submittedOn: null, workingDaysLate: null });
    expect(line(...history('excused'))?.excuse).toBe('Đơn vị giải thể');
  });

  it('puts what is submitted again in the place of what was returned, and keeps the figures of that', () => {
    expect(line(...history('returned'))?.versions).toMatchObject([{ figures: { SO_MO_HINH: 3 }, earlier: [] }]);
    const again = [...history('returned'), resubmitted(1, { SO_MO_HINH: 4 })];
    const first = { figures: { SO_MO_HINH: 3 }, submittedOn: '2026-03-02' };
    expect(line(...again)?.versions).toMatchObject([
      { version: 1, status: 'SUBMITTED', figures: { SO_MO_HINH: 4 }, submittedOn: '2026-12-01', earlier: [first] },
    ]);
    expect(line(...again, resubmitted(1, { SO_MO_HINH: 5 }))?.versions).toMatchObject([
      { figures: { SO_MO_HINH: 5 }, earlier: [first, { figures: { SO_MO_HINH: 4 } }] },
    ]);
  });

  it('keeps the closed version when a new one is submitted', () => {
    expect(line(...history('reopened'), resubmitted(2, { SO_MO_HINH: 5 }))?.versions).toMatchObject([
      { version: 1, status: 'CLOSED', figures: { SO_MO_HINH: 3 }, workingDaysLate: 2 },
      { version: 2, status: 'SUBMITTED', figures: { SO_MO_HINH: 5 }, workingDaysLate: 0 },
    ]);
  });

  it('shows what a consolidated report was made of, and what was missing', () => {
    const made = reportLifeOf(1, { ending: 'submitted', unitId: PROVINCE, kind: 'CONSOLIDATED' });
    expect(line(...made)?.consolidation).toMatchObject({
      coverage: { included: 1, obliged: 2 },
      missing: [{ unitId: commune(2), status: 'OPEN' }],
    });
  });

  it('names the reports that a further event of the consolidation names as well', () => {
    const made = reportLifeOf(1, { ending: 'submitted', unitId: PROVINCE, kind: 'CONSOLIDATED' });
    const further = happening(`report-${reportId}`, {
      type: 'ConsolidationContinued',
      data: {
        ...{ reportId, version: 1 },
        included: [{ unitId: commune(3), reportId: id('report', 3), version: 1 }],
        missing: [{ unitId: commune(4), reportId: id('report', 4), status: 'SUBMITTED' }],
      },
    });
    expect(line(...made, further)?.consolidation).toMatchObject({
      included: [{ unitId: commune(1) }, { unitId: commune(3) }],
      missing: [{ unitId: commune(2) }, { unitId: commune(4) }],
    });
  });
});
