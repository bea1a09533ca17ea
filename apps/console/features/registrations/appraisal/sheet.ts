import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';

export type CriteriaSet = NonNullable<NonNullable<RegistrationDetail['dossier']>['criteriaSet']>;
export type Criterion = CriteriaSet['criteria'][number];

export interface Score {
  readonly criterion: string;
  readonly points: number;
}

/** What one member's sheet comes to, as far as it is filled in. */
export interface SheetResult {
  readonly total: number;
  /** The most that can be reached. */
  readonly of: number;
  readonly missing: number;
  /** Names of the mandatory criteria that have no point. */
  readonly vetoes: readonly string[];
  /** Name of the band; none until the sheet is whole, or where the regulation has no bands. */
  readonly band: string | undefined;
  readonly passed: boolean;
}

/** Where a criterion is passed or failed, passing it is one point. */
export const mostOf = ({ method }: Pick<CriteriaSet, 'method'>, { maxPoints }: Pick<Criterion, 'maxPoints'>): number =>
  method === 'PASS_FAIL' ? 1 : maxPoints;

/** Whether points can stand in the sheet. */
export const inRange = (points: number, most: number): boolean =>
  Number.isInteger(points) && points >= 0 && points <= most;

/**
 * A preview for one member: the sum of the points, the band it lies in, the mandatory criteria without a point. What
 * counts is what the api computes of all members when the appraisal is concluded.
 */
export const sheetResult = (set: CriteriaSet, scores: readonly Score[]): SheetResult => {
  const given = new Map(scores.map(({ criterion, points }) => [criterion, points]));
  const valid = set.criteria.flatMap((criterion) => {
    const points = given.get(criterion.code);
    return points !== undefined && inRange(points, mostOf(set, criterion)) ? [{ ...criterion, points }] : [];
  });
  const total = valid.reduce((sum, { points }) => sum + points, 0);
  const missing = set.criteria.length - valid.length;
  const vetoes = valid.filter(({ mandatory, points }) => mandatory && points === 0).map(({ name }) => name);
  return {
    total,
    of: set.criteria.reduce((sum, criterion) => sum + mostOf(set, criterion), 0),
    missing,
    vetoes,
    band: missing > 0 ? undefined : set.bands.find(({ from, to }) => from <= total && total <= to)?.name,
    passed: missing === 0 && vetoes.length === 0 && total >= set.passMark,
  };
};
