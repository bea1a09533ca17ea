import type { CriteriaSet, Criterion } from '../../regulation/events.ts';
import type { AppraisalResult, MemberScores } from '../events.ts';

/** How the members' points become one value per criterion, as the regulation settles it. */
export type Aggregate = 'MEAN' | 'MEDIAN';

/**
 * The result of an appraisal, computed with integers, so that anybody can do it again:
 *
 * - POINTS: each criterion has the mean or the median of the members' points. A mandatory criterion is a veto when that
 *   is 0.
 * - PASS_FAIL: a criterion counts 1 point when more members passed it than failed it, otherwise 0; a tie does not pass.
 *   A mandatory criterion is a veto when it counts 0.
 * - The total is the exact sum of these values. The model passes when it reaches the pass mark and there is no veto. The
 *   band is found by the whole points reached: 89.5 lies in a band that ends at 89.
 *
 * Hundredths are for showing, rounded half up once each: three members at 70 are 70.00, whatever their criteria show.
 */
export const computeResult = (
  set: CriteriaSet,
  aggregate: Aggregate,
  members: readonly MemberScores[],
): AppraisalResult => {
  const values = set.criteria.map((criterion) => ({
    ...criterion,
    value: valueOf(set, aggregate, pointsFor(criterion, members)),
  }));
  const total = sumOf(values.map(({ value }) => value));
  const vetoes = values.filter(({ mandatory, value }) => mandatory && value.sum === 0).map(({ code }) => code);
  const wholePoints = Math.floor(total.sum / total.of);
  const band = set.bands.find(({ from, to }) => from <= wholePoints && wholePoints <= to);
  return {
    perCriterion: values.map(({ code, value }) => ({ criterion: code, centipoints: centipoints(value) })),
    totalCentipoints: centipoints(total),
    passMark: set.passMark,
    passed: vetoes.length === 0 && total.sum >= set.passMark * total.of,
    vetoes,
    ...(band === undefined ? {} : { band: band.code }),
  };
};

/** `sum / of` points, not yet divided. */
interface Points {
  readonly sum: number;
  readonly of: number;
}

const NONE: Points = { sum: 0, of: 1 };

const pointsFor = ({ code }: Criterion, members: readonly MemberScores[]): readonly number[] =>
  members.flatMap(({ scores }) => scores.filter(({ criterion }) => criterion === code).map(({ points }) => points));

const valueOf = ({ method }: CriteriaSet, aggregate: Aggregate, points: readonly number[]): Points => {
  if (points.length === 0) return NONE;
  const mean = { sum: points.reduce((total, value) => total + value, 0), of: points.length };
  if (method === 'PASS_FAIL') return { sum: mean.sum * 2 > mean.of ? 1 : 0, of: 1 };
  return aggregate === 'MEAN' ? mean : median(points);
};

const median = (points: readonly number[]): Points => {
  const sorted = [...points].sort((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return { sum: lower + upper, of: 2 };
};

/** Exact: over one common divisor, that of the whole team where every member scored every criterion. */
const sumOf = (values: readonly Points[]): Points => {
  const of = [...new Set(values.map((value) => value.of))].reduce((product, each) => product * each, 1);
  return { sum: values.reduce((total, value) => total + value.sum * (of / value.of), 0), of };
};

/** Half up: `floor((200 × sum + of) / 2 of)`. */
const centipoints = ({ sum, of }: Points): number => Math.floor((200 * sum + of) / (2 * of));
