import type { CriteriaSet, Criterion } from '../../regulation/events.ts';
import type { AppraisalResult, MemberScores } from '../events.ts';

/** How the members' points become one value per criterion, as the regulation settles it. */
export type Aggregate = 'MEAN' | 'MEDIAN';

/**
 * The result of an appraisal, computed with integers in hundredths of a point, so that anybody can do it again:
 *
 * - POINTS: each criterion has the mean or the median of the members' points, a mean rounded half up to a hundredth. A
 *   mandatory criterion is a veto when nobody gave it a point.
 * - PASS_FAIL: a criterion counts 1 point when more members passed it than failed it, otherwise 0; a tie does not pass.
 *   A mandatory criterion is a veto when it counts 0.
 * - The total is the sum of these values as they are shown. The model passes when the total reaches the pass mark and
 *   there is no veto. The band is found by the whole points reached: 89.5 lies in a band that ends at 89.
 */
export const computeResult = (
  set: CriteriaSet,
  aggregate: Aggregate,
  members: readonly MemberScores[],
): AppraisalResult => {
  const perCriterion = set.criteria.map((criterion) => ({
    criterion: criterion.code,
    centipoints: valueOf(set, aggregate, pointsFor(criterion, members)),
  }));
  const totalCentipoints = perCriterion.reduce((sum, { centipoints }) => sum + centipoints, 0);
  const zero = perCriterion.filter(({ centipoints }) => centipoints === 0).map(({ criterion }) => criterion);
  const vetoes = set.criteria.filter(({ code, mandatory }) => mandatory && zero.includes(code)).map(({ code }) => code);
  const wholePoints = Math.floor(totalCentipoints / 100);
  const band = set.bands.find(({ from, to }) => from <= wholePoints && wholePoints <= to);
  return {
    perCriterion,
    totalCentipoints,
    passMark: set.passMark,
    passed: vetoes.length === 0 && totalCentipoints >= set.passMark * 100,
    vetoes,
    ...(band === undefined ? {} : { band: band.code }),
  };
};

const pointsFor = ({ code }: Criterion, members: readonly MemberScores[]): readonly number[] =>
  members.flatMap(({ scores }) => scores.filter(({ criterion }) => criterion === code).map(({ points }) => points));

const valueOf = ({ method }: CriteriaSet, aggregate: Aggregate, points: readonly number[]): number => {
  if (points.length === 0) return 0;
  if (method === 'PASS_FAIL') return sum(points) * 2 > points.length ? 100 : 0;
  return aggregate === 'MEAN' ? mean(points) : median(points);
};

const sum = (points: readonly number[]): number => points.reduce((total, value) => total + value, 0);

/** Half up: `floor((200 × sum + n) / 2n)`. */
const mean = (points: readonly number[]): number =>
  Math.floor((200 * sum(points) + points.length) / (2 * points.length));

/** Exact: two middle values give a half at most. */
const median = (points: readonly number[]): number => {
  const sorted = [...points].sort((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) * 50;
};
