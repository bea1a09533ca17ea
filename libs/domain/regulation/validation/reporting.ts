import { UNIT_KINDS } from '../../organization/unit/events.ts';
import { codesAndNames, distinct, isWhole, realDay, unless, type Problems } from './checks.ts';
import type { FigureDefinition, RegulationContent, ReportPeriod } from '../events.ts';

type Reporting = RegulationContent['reporting'];

const MOST_DAYS = 60;

/**
 * Problems of the obligations to report: periods that hold together, one of a kind a year, and figures that can be
 * cross-footed.
 */
export const validateReporting = ({ periods, ...rules }: Reporting): Problems => [
  ...periods.flatMap((period, index) => datesOf(period, `/reporting/periods/${index}`)),
  ...distinct(
    periods.map(({ kind, cutoff }) => `${kind} ${cutoff.slice(0, 4)}`),
    (index) => `/reporting/periods/${index}`,
    'period-duplicate',
  ),
  ...obliged(rules.obliged ?? []),
  ...days(rules.consolidationDays, '/reporting/consolidationDays'),
  ...days(rules.dueSoonDays, '/reporting/dueSoonDays'),
  ...figures(rules.figures ?? []),
];

const datesOf = ({ from, cutoff, dueOn }: ReportPeriod, pointer: string): Problems => [
  ...(from === undefined ? [] : realDay(from, `${pointer}/from`)),
  ...realDay(cutoff, `${pointer}/cutoff`),
  ...realDay(dueOn, `${pointer}/dueOn`),
  ...unless(from === undefined || from <= cutoff, `${pointer}/cutoff`, 'dates-out-of-order'),
  ...unless(cutoff <= dueOn, `${pointer}/dueOn`, 'dates-out-of-order'),
];

const obliged = (kinds: NonNullable<Reporting['obliged']>): Problems => [
  ...kinds.flatMap((kind, index) =>
    unless(UNIT_KINDS.includes(kind), `/reporting/obliged/${index}`, 'unit-kind-unknown'),
  ),
  ...distinct(kinds, (index) => `/reporting/obliged/${index}`, 'unit-kind-duplicate'),
];

const days = (count: number | undefined, pointer: string): Problems =>
  unless(count === undefined || isWhole(count, 0, MOST_DAYS), pointer, 'number-invalid');

const figures = (all: readonly FigureDefinition[]): Problems => [
  ...codesAndNames(all, '/reporting/figures'),
  ...all.flatMap((figure, index) => sum(figure, all, `/reporting/figures/${index}`)),
];

const sum = ({ code, known, sumOf }: FigureDefinition, all: readonly FigureDefinition[], pointer: string): Problems =>
  sumOf === undefined
    ? []
    : [
        ...unless(known === undefined, `${pointer}/known`, 'figure-known-and-sum'),
        ...unless(sumOf.length > 0, `${pointer}/sumOf`, 'sum-empty'),
        ...distinct(sumOf, (index) => `${pointer}/sumOf/${index}`, 'figure-duplicate'),
        ...sumOf.flatMap((part, index) => [
          ...unless(
            all.some((figure) => figure.code === part),
            `${pointer}/sumOf/${index}`,
            'figure-missing',
          ),
          ...unless(!partsOf(part, all).has(code), `${pointer}/sumOf/${index}`, 'figure-sums-itself'),
        ]),
      ];

/** The figure and everything it is made of, over any number of steps. */
const partsOf = (code: string, all: readonly FigureDefinition[]): ReadonlySet<string> => {
  const parts = new Set([code]);
  // A set tells its later members too while it is walked.
  for (const part of parts)
    for (const { code: of, sumOf = [] } of all) if (of === part) sumOf.forEach((p) => parts.add(p));
  return parts;
};
