import type { FigureDefinition, RegulationContent, ReminderRules, Rung } from '../events.ts';
import { exampleRegulation } from '../example/regulation.ts';
import { validate } from './validate.ts';

const example = exampleRegulation(2026);
const reminders = example.reminders!;
const [h1, annual] = example.reporting.periods as [
  RegulationContent['reporting']['periods'][number],
  RegulationContent['reporting']['periods'][number],
];
const reporting = (rules: Partial<RegulationContent['reporting']>): RegulationContent => ({
  ...example,
  reporting: { ...example.reporting, ...rules },
});
const figures = (...definitions: readonly Partial<FigureDefinition>[]): RegulationContent =>
  reporting({ figures: definitions.map((each, index) => ({ code: `F${index}`, name: `Chỉ tiêu ${index}`, ...each })) });
const reminding = (rules: Partial<ReminderRules>): RegulationContent => ({
  ...example,
  reminders: { ...reminders, ...rules },
});
const rung = (code: string, workingDays: number): Rung => ({ code, workingDays, recipient: 'OFFICER' });

describe('the rules of reporting are sound', () => {
  it('when everything that may be left out is', () => {
    const { reminders: _reminders, ...old } = reporting({});
    const bare = { ...old, reporting: { periods: example.reporting.periods } };
    expect(validate(bare)).toEqual([]);
  });

  it('when a period names its first day, and the same kind comes back the year after', () => {
    const next = { kind: 'H1', from: '2026-12-01', cutoff: '2027-05-31', dueOn: '2027-06-15' } as const;
    expect(validate(reporting({ periods: [h1, annual, next] }))).toEqual([]);
  });

  it('when a sum is made of sums', () => {
    expect(validate(figures({}, {}, { sumOf: ['F0', 'F1'] }, { sumOf: ['F2', 'F0'] }))).toEqual([]);
  });

  it('when two people are reminded on one day, and a kind of duty has a ladder of its own', () => {
    const twoOnOneDay = [rung('T0', 0), { ...rung('T0-HEAD', 0), recipient: 'HEAD' as const }];
    expect(validate(reminding({ ladder: twoOnOneDay, ladders: { REMEDY: [], APPRAISAL: twoOnOneDay } }))).toEqual([]);
  });
});

describe('a regulation is refused', () => {
  it.each<[string, RegulationContent, readonly (readonly [string, string])[]]>([
    [
      'when a period begins on no day',
      reporting({ periods: [{ ...h1, from: '2026-02-30' }] }),
      [['/reporting/periods/0/from', 'date-invalid']],
    ],
    [
      'when a period begins behind its cut-off',
      reporting({ periods: [{ ...h1, from: '2026-06-01' }] }),
      [['/reporting/periods/0/cutoff', 'dates-out-of-order']],
    ],
    [
      'with two half-years in one year',
      reporting({ periods: [h1, annual, { ...h1, cutoff: '2026-06-01' }] }),
      [['/reporting/periods/2', 'period-duplicate']],
    ],
    [
      'when a kind of unit reports that does not exist',
      reporting({ obliged: ['UNIT', 'DISTRICT' as 'UNIT'] }),
      [['/reporting/obliged/1', 'unit-kind-unknown']],
    ],
    [
      'when a kind of unit reports twice',
      reporting({ obliged: ['UNIT', 'UNIT'] }),
      [['/reporting/obliged/1', 'unit-kind-duplicate']],
    ],
    [
      'when consolidating takes more than sixty days',
      reporting({ consolidationDays: 61 }),
      [['/reporting/consolidationDays', 'number-invalid']],
    ],
    [
      'when a report is due soon half a day before',
      reporting({ dueSoonDays: 0.5 }),
      [['/reporting/dueSoonDays', 'number-invalid']],
    ],
    [
      'when two figures share a code',
      figures({ code: 'A' }, { code: 'A' }),
      [['/reporting/figures/1/code', 'code-duplicate']],
    ],
    ['when a figure has no name', figures({ name: ' ' }), [['/reporting/figures/0/name', 'name-missing']]],
    [
      'when the log knows what is to be summed',
      figures({}, { known: 'RECOGNIZED', sumOf: ['F0'] }),
      [['/reporting/figures/1/known', 'figure-known-and-sum']],
    ],
    ['when a sum is of nothing', figures({ sumOf: [] }), [['/reporting/figures/0/sumOf', 'sum-empty']]],
    [
      'when a sum counts a figure twice',
      figures({}, { sumOf: ['F0', 'F0'] }),
      [['/reporting/figures/1/sumOf/1', 'figure-duplicate']],
    ],
    [
      'when a sum is of a figure that is none',
      figures({ sumOf: ['F9'] }),
      [['/reporting/figures/0/sumOf/0', 'figure-missing']],
    ],
    [
      'when two sums are of each other, on both',
      figures({ sumOf: ['F1'] }, { sumOf: ['F2'] }, { sumOf: ['F0'] }),
      [0, 1, 2].map((index) => [`/reporting/figures/${index}/sumOf/0`, 'figure-sums-itself'] as const),
    ],
    [
      'when a ladder has a rung twice',
      reminding({ ladder: [rung('T', -1), rung('T', 1)] }),
      [['/reminders/ladder/1/code', 'code-duplicate']],
    ],
    [
      'when a rung has no code',
      reminding({ ladders: { REPORT: [rung(' ', 0)] } }),
      [['/reminders/ladders/REPORT/0/code', 'code-missing']],
    ],
    [
      'when a ladder goes down again',
      reminding({ ladder: [rung('T+1', 1), rung('T0', 0)] }),
      [['/reminders/ladder/1/workingDays', 'rungs-out-of-order']],
    ],
    ...[-251, 251, 1.5].map((days): [string, RegulationContent, readonly (readonly [string, string])[]] => [
      `when a rung stands at ${days} working days`,
      reminding({ ladder: [rung('T', days)] }),
      [['/reminders/ladder/0/workingDays', 'number-invalid']],
    ]),
    [
      'when the night begins at no time',
      reminding({ quietHours: { from: '24:00', until: '07:30' } }),
      [['/reminders/quietHours/from', 'time-invalid']],
    ],
    [
      'when the morning begins at no time',
      reminding({ quietHours: { from: '20:00', until: '7:30' } }),
      [['/reminders/quietHours/until', 'time-invalid']],
    ],
  ])('%s', (_case, content, problems) => {
    expect(validate(content)).toEqual(problems.map(([pointer, code]) => ({ pointer, code })));
  });
});
