import type { EventType } from '#domain';
import type { Happening } from '#support/histories';
import { CYCLE, furniture, id, lifeOf, PROVINCE, REPORT_ENDINGS, reportLifeOf, sampleLife } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { dutyCycleState, dutyState, dutySubjectState } from './projection.ts';

const registrationId = id('registration', 1);
const commune = id('unit', 1);
const life = (ending: Parameters<typeof lifeOf>[1]['ending']) => lifeOf(1, { ...sampleLife(1), ending });
const then = (type: EventType, data: object = {}): Happening =>
  happening(`registration-${registrationId}`, {
    type,
    data: { registrationId, ...data },
  });
const reported = (type: EventType, data: object): Happening =>
  happening(`report-${id('report', 1)}`, {
    type,
    data: { reportId: id('report', 1), version: 1, ...data },
  });

const open = (happenings: readonly Happening[]) => rowsAfter(dutyState, happenings).filter((row) => row.open);
const kinds = (happenings: readonly Happening[]) => open(happenings).map(({ kind }) => kind);

describe('a report that is owed', () => {
  it.each([
    ['owed', true],
    ['extended', true],
    ['returned', true],
    ['reopened', true],
    ['excused', false],
    ['submitted', false],
    ['approved', false],
    ['consolidated', false],
    ['closed', false],
  ] as const)('is a duty while somebody has to hand it in: %s', (ending, owed) => {
    const rows = open(reportLifeOf(1, { ending, unitId: commune }));
    expect(rows).toHaveLength(owed ? 1 : 0);
  });

  it('stays the same duty when its due date is extended, and counts from then on', () => {
    const [first] = open(reportLifeOf(1, { ending: 'owed', unitId: commune }));
    const [extended] = open(reportLifeOf(1, { ending: 'extended', unitId: commune }));
    expect(first).toMatchObject({ unitId: commune, dueOn: '2026-06-15', regulationId: id('regulation', 1) });
    expect(extended).toMatchObject({ dutyId: first?.dutyId, dueOn: '2026-06-30', originalDueOn: '2026-06-15' });
    expect(extended?.since.localeCompare(first?.since ?? '')).toBe(1);
  });

  it('is another duty each time it comes back', () => {
    const returned = reportLifeOf(1, { ending: 'returned', unitId: commune });
    const data = { figures: {}, locked: [], narrative: '', evidence: [], workingDaysLate: 0 };
    const again = [
      ...returned,
      reported('ReportSubmitted', data),
      reported('ReportReturned', { reason: 'Còn thiếu', dueOn: '2026-07-10' }),
    ];
    const [first] = open(reportLifeOf(1, { ending: 'owed', unitId: commune }));
    const ids = [first, ...open(returned), ...open(again)].map((row) => row?.dutyId);
    expect(new Set(ids).size).toBe(3);
    expect(open(again)).toMatchObject([{ nth: 3, dueOn: '2026-07-10', originalDueOn: '2026-07-10' }]);
  });

  it('keeps when it was last ordered to be reminded of, until it is done', () => {
    const data = { unitId: commune, dueOn: '2026-06-15' };
    const owed = reportLifeOf(1, { ending: 'owed', unitId: commune });
    const ordered = [...owed, reported('ReminderOrdered', data)];
    expect(open(owed)).toMatchObject([{ orderedAt: null }]);
    expect(open(ordered)).toMatchObject([{ orderedAt: '2026-12-01T01:00:00.000Z', dueOn: '2026-06-15', nth: 1 }]);
    const said = { figures: {}, locked: [], narrative: '', evidence: [], workingDaysLate: 0 };
    const back = [reported('ReportSubmitted', said), reported('ReportReturned', { reason: 'x', dueOn: '2026-07-10' })];
    expect(open([...ordered, ...back])).toMatchObject([{ orderedAt: null, nth: 2 }]);
  });

  it('does not move once it is done', () => {
    const late = reported('ReportExtended', { dueOn: '2026-09-01' });
    for (const ending of REPORT_ENDINGS.filter((one) => ['submitted', 'approved', 'closed'].includes(one))) {
      expect(open([...reportLifeOf(1, { ending, unitId: commune }), late])).toEqual([]);
    }
  });
});

describe('what a registration owes', () => {
  it('is its submission by the cycle’s deadline, until it is submitted or withdrawn', () => {
    expect(open(life('drafted'))).toMatchObject([{ kind: 'REGISTRATION_STEP', dueOn: null, unitId: null }]);
    expect(kinds([...life('drafted'), then('RegistrationWithdrawn', { reason: 'Thôi' })])).toEqual([]);
    expect(kinds(life('registered'))).toEqual([]);
  });

  it('is what was returned, by the day that was set', () => {
    expect(open(life('returned'))).toMatchObject([{ kind: 'RETURNED_REGISTRATION', dueOn: '2026-03-20', nth: 1 }]);
    expect(kinds([...life('returned'), then('RegistrationSubmitted')])).toEqual([]);
  });

  it('is its dossier while the work goes on, again when it lapses', () => {
    expect(kinds(life('inspected'))).toEqual(['DOSSIER_STEP']);
    const requested = [...life('inspected'), then('RecognitionRequested', { evidence: [], results: [] })];
    expect(kinds(requested)).toEqual([]);
    const supplement = [...requested, then('SupplementRequired', { missing: ['MINUTES'], dueOn: '2026-11-20' })];
    expect(open(supplement)).toMatchObject([{ kind: 'SUPPLEMENT', dueOn: '2026-11-20' }]);
    expect(kinds([...supplement, then('SupplementProvided', { evidence: [], note: '' })])).toEqual([]);
    const lapsed = [...supplement, then('DossierLapsed', { dueOn: '2026-11-20' })];
    expect(open(lapsed)).toMatchObject([{ kind: 'DOSSIER_STEP', nth: 2 }]);
  });

  it('is a remedy until progress is recorded, or a later inspection finds nothing more', () => {
    const inspection = { kind: 'INSPECTION', findings: 'Chậm tiến độ' };
    const remedy = [...life('inspected'), then('InspectionRecorded', { ...inspection, remedyDueOn: '2026-06-01' })];
    expect(kinds(remedy)).toEqual(['DOSSIER_STEP', 'REMEDY']);
    expect(kinds([...remedy, then('ProgressRecorded', { note: '', indicators: [], evidence: [] })])).toEqual([
      'DOSSIER_STEP',
    ]);
    expect(kinds([...remedy, then('InspectionRecorded', inspection)])).toEqual(['DOSSIER_STEP']);
    expect(kinds([...remedy, then('RecognitionRequested', { evidence: [], results: [] })])).toEqual([]);
    expect(kinds([...remedy, then('ModelDiscontinued', { reason: 'Thôi' })])).toEqual([]);
    const stricter = [...remedy, then('InspectionRecorded', { ...inspection, remedyDueOn: '2026-06-20' })];
    expect(open(stricter).find(({ kind }) => kind === 'REMEDY')).toMatchObject({ nth: 2, dueOn: '2026-06-20' });
  });

  it('is an appraisal by the body that opened it, until it is concluded', () => {
    const history = life('appraised').filter(({ stream }) => stream.startsWith('registration'));
    const upTo = history.slice(0, history.findIndex(({ event }) => event.type === 'AppraisalOpened') + 1);
    expect(open(upTo)).toMatchObject([{ kind: 'APPRAISAL', dueOn: '2026-11-30', unitId: PROVINCE }]);
    expect(kinds(history)).toEqual([]);
    expect(kinds([...upTo, then('RegistrationWithdrawn', { reason: 'Thôi' })])).toEqual([]);
  });

  it('is told by the name the model has now', () => {
    expect(rowsAfter(dutySubjectState, life('returned'))).toMatchObject([{ title: `${sampleLife(1).name} (sửa)` }]);
    const correction = { correctionId: 'c1', field: 'name', newValue: 'Tên đã đính chính' };
    const titled = (data: object) =>
      rowsAfter(dutySubjectState, [...life('returned'), then('EntryCorrected', data)])[0]?.title;
    expect(titled(correction)).toBe('Tên đã đính chính');
    expect(titled({ ...correction, field: 'situation' })).toBe(`${sampleLife(1).name} (sửa)`);
  });
});

describe('the deadlines of a cycle', () => {
  const extended = (step: 'REGISTRATION' | 'DOSSIER' | 'APPRAISAL') =>
    happening(`cycle-${CYCLE}`, {
      type: 'DeadlineExtended',
      data: {
        cycleId: CYCLE,
        step,
        originalDueOn: '2026-03-31',
        dueOn: '2026-12-15',
        reason: 'Mưa lũ',
        document: { number: '3-CV/BDV', issuedOn: '2026-03-20' },
      },
    });
  const cycle = (...more: Happening[]) => rowsAfter(dutyCycleState, [...furniture(), ...more])[0];

  it('move one by one and stay known as they were', () => {
    expect(cycle(extended('DOSSIER'))).toMatchObject({
      dossierDueOn: '2026-12-15',
      dossierOriginal: '2026-10-31',
      dossierMovedAt: '2026-12-01T01:00:00.000Z',
      registrationDueOn: '2026-03-31',
      registrationMovedAt: null,
    });
    expect(cycle(extended('REGISTRATION'))).toMatchObject({ registrationDueOn: '2026-12-15', dossierMovedAt: null });
    expect(cycle(extended('APPRAISAL'))).toEqual(cycle());
  });

  it('end with the cycle', () => {
    const closed = happening(`cycle-${CYCLE}`, { type: 'CycleClosed', data: { cycleId: CYCLE, reason: 'Hết năm' } });
    expect([cycle()?.open, cycle(closed)?.open]).toEqual([true, false]);
  });
});
