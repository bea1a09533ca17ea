import fc from 'fast-check';
import type { UnitEvent } from '../organization/unit/events.ts';
import type { ReportingRules } from '../regulation/rules-in-use.ts';
import { obligationsOf, reportName, type ObligationsQuery } from './obligations.ts';
import { province, treeOf, unit } from './testing/province.ts';
import { weekendsOnly } from './testing/stories.ts';

const rules: ReportingRules = {
  periods: [
    { kind: 'H1', cutoff: '2026-05-31', dueOn: '2026-06-13' },
    { kind: 'ANNUAL', from: '2026-06-01', cutoff: '2026-11-15', dueOn: '2026-11-30' },
  ],
  obliged: ['PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES', 'UNIT'],
  consolidationDays: 2,
  restDayRule: 'NEXT_WORKING_DAY',
  dueSoonDays: 5,
  figures: [],
};

const owed = (change: Partial<ObligationsQuery> = {}) =>
  obligationsOf({
    ...{ rules, calendar: weekendsOnly, regulationId: 'reg1', unitId: 'province', inForceFrom: '2026-01-01' },
    ...{ tree: treeOf(...province), today: '2026-03-02' },
    idOf: (unitId, kind, period) => `${unitId}/${reportName(kind, period)}`,
    ...change,
  });

const briefly = (change: Partial<ObligationsQuery> = {}) =>
  owed(change).map(({ unitId, kind, receiverId, dueOn }) => `${unitId} ${kind} → ${receiverId} ${dueOn}`);

describe('what the units of a province owe', () => {
  it('is a report of each, and of each with units below a consolidated one, due later level by level', () => {
    expect(briefly().sort()).toEqual([
      'khoi OWN → province 2026-06-15',
      'province CONSOLIDATED → centre 2026-06-19',
      'province OWN → centre 2026-06-15',
      'truong OWN → xa-1 2026-06-15',
      'xa-1 CONSOLIDATED → province 2026-06-17',
      'xa-1 OWN → province 2026-06-15',
      'xa-2 OWN → province 2026-06-15',
    ]);
  });

  it('is told with its period, window, cutoff and regulation', () => {
    expect(owed().find(({ unitId }) => unitId === 'xa-2')).toEqual({
      reportId: 'xa-2/report:OWN:H1:2026',
      unitId: 'xa-2',
      kind: 'OWN',
      period: { kind: 'H1', year: 2026 },
      from: '2026-01-01',
      cutoff: '2026-05-31',
      dueOn: '2026-06-15',
      receiverId: 'province',
      regulationId: 'reg1',
    });
  });

  it('begins on the first day of a period', () => {
    const kinds = (today: string) => new Set(owed({ today }).map(({ period }) => period.kind));
    expect(kinds('2025-12-31')).toEqual(new Set());
    expect(kinds('2026-01-01')).toEqual(new Set(['H1']));
    expect(kinds('2026-05-31')).toEqual(new Set(['H1']));
    expect(kinds('2026-06-01')).toEqual(new Set(['H1', 'ANNUAL']));
  });

  it('is of no period that had ended before the regulation came into force', () => {
    const kinds = (inForceFrom: string) =>
      new Set(owed({ today: '2026-12-01', inForceFrom }).map(({ period }) => period.kind));
    expect(kinds('2026-05-31')).toEqual(new Set(['H1', 'ANNUAL']));
    expect(kinds('2026-06-01')).toEqual(new Set(['ANNUAL']));
    expect(kinds('2026-11-16')).toEqual(new Set());
  });

  it('follows the calendar: holidays put a consolidated report off, a made-up Saturday does not', () => {
    const holidays = new Map([['2026-06-16', 'Nghỉ bù']]);
    const dueOf = (change: Partial<ObligationsQuery>, id: string) =>
      owed(change).find(({ unitId, kind }) => unitId === id && kind === 'CONSOLIDATED')?.dueOn;
    expect(dueOf({ calendar: { ...weekendsOnly, holidays } }, 'xa-1')).toBe('2026-06-18');
    const makeUpDays = new Set(['2026-06-13']);
    expect(dueOf({ calendar: { ...weekendsOnly, makeUpDays } }, 'xa-1')).toBe('2026-06-16');
    const before: ReportingRules = { ...rules, restDayRule: 'PREVIOUS_WORKING_DAY' };
    expect(dueOf({ rules: before }, 'xa-1')).toBe('2026-06-16');
  });

  it('leaves out kinds of unit that are not obliged; a report passes over them', () => {
    const obliged: ReportingRules = { ...rules, obliged: ['PROVINCE', 'UNIT'] };
    expect(briefly({ rules: obliged }).sort()).toEqual([
      'province CONSOLIDATED → centre 2026-06-17',
      'province OWN → centre 2026-06-15',
      'truong OWN → province 2026-06-15',
    ]);
    const lowest: ReportingRules = { ...rules, obliged: ['COMMUNE'] };
    expect(briefly({ rules: lowest }).sort()).toEqual([
      'xa-1 OWN → province 2026-06-15',
      'xa-2 OWN → province 2026-06-15',
    ]);
  });

  it('ends at the top, which receives its own consolidated report', () => {
    const tree = treeOf(unit('tinh', 'PROVINCE'), unit('xa', 'COMMUNE', 'tinh'));
    expect(briefly({ tree, unitId: 'tinh' })).toEqual([
      'tinh CONSOLIDATED → tinh 2026-06-17',
      'xa OWN → tinh 2026-06-15',
    ]);
    expect(briefly({ tree: treeOf(unit('tinh', 'PROVINCE')), unitId: 'tinh' })).toEqual([]);
  });
});

describe('units that come and go', () => {
  const closed = (unitId: string, on: string): UnitEvent => ({
    type: 'UnitClosed',
    data: { unitId, on, reason: 'Sáp nhập' },
  });

  it('owe nothing when they are closed; the successor owes one report', () => {
    const merged = [...province, closed('xa-2', '2026-03-31'), unit('xa-moi', 'COMMUNE', 'province', '2026-04-01')];
    const communes = (today: string) =>
      briefly({ tree: treeOf(...merged), today }).filter((line) => /xa-(2|moi)/.test(line));
    expect(communes('2026-03-31')).toEqual(['xa-2 OWN → province 2026-06-15']);
    expect(communes('2026-04-01')).toEqual(['xa-moi OWN → province 2026-06-15']);
  });

  it('owe nothing as the top of a regulation either', () => {
    const tree = treeOf(unit('centre', 'NATIONAL'), unit('tinh', 'PROVINCE', 'centre'), closed('tinh', '2026-03-01'));
    expect(briefly({ tree, unitId: 'tinh', today: '2026-03-01' })).toEqual(['tinh OWN → centre 2026-06-15']);
    expect(briefly({ tree, unitId: 'tinh', today: '2026-03-02' })).toEqual([]);
  });

  it('owe nothing for a period whose report was due before they were established', () => {
    const owes = (from: string) =>
      owed({ tree: treeOf(...province, unit('xa-3', 'COMMUNE', 'province', from)), today: '2026-07-01' }).filter(
        ({ unitId, period }) => unitId === 'xa-3' && period.kind === 'H1',
      ).length;
    expect(owes('2026-06-15')).toBe(1);
    expect(owes('2026-06-16')).toBe(0);
  });

  it('owe the same whatever the order in which their siblings were established', () => {
    const [centre, top, ...below] = province.filter(({ data }) => data.unitId !== 'truong');
    const siblings = [
      ...below,
      ...Array.from({ length: 6 }, (_, index) => unit(`xa-${String(index + 3)}`, 'COMMUNE', 'province')),
    ];
    const roots = [centre, top].filter((each) => each !== undefined);
    const expected = briefly({ tree: treeOf(...roots, ...siblings) }).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(siblings, { minLength: siblings.length }), (shuffled) => {
        const obligations = owed({ tree: treeOf(...roots, ...shuffled) });
        expect(new Set(obligations.map(({ reportId }) => reportId)).size).toBe(obligations.length);
        expect(briefly({ tree: treeOf(...roots, ...shuffled) }).sort()).toEqual(expected);
      }),
    );
  });
});
