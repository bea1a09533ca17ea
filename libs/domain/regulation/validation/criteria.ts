import { codesAndNames, isWhole, unless, type Problems } from './checks.ts';
import type { Band, CriteriaSet } from '../events.ts';

/** The highest total a model can reach, in whole points. */
const totalPoints = (set: CriteriaSet): number => set.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);

/**
 * Problems of a criteria set: the points are whole and add up to where the highest band ends, the pass mark can be
 * reached, and every total from the lowest band upwards lies in exactly one band.
 */
export const validateCriteria = (set: CriteriaSet, pointer: string): Problems => {
  const total = totalPoints(set);
  return [
    ...unless(set.criteria.length > 0, `${pointer}/criteria`, 'criteria-missing'),
    ...codesAndNames(set.criteria, `${pointer}/criteria`),
    ...set.criteria.flatMap(({ maxPoints }, index) => points(set.method, maxPoints, `${pointer}/criteria/${index}`)),
    ...unless(isWhole(set.passMark, 1, total), `${pointer}/passMark`, 'pass-mark-out-of-range', { total }),
    ...codesAndNames(set.bands, `${pointer}/bands`),
    ...set.bands.flatMap((band, index) => bandInPlace(band, set.bands[index - 1], `${pointer}/bands/${index}`)),
    ...highestBand(set.bands.at(-1), total, `${pointer}/bands`),
  ];
};

const points = (method: CriteriaSet['method'], maxPoints: number, pointer: string): Problems =>
  method === 'PASS_FAIL'
    ? unless(maxPoints === 1, `${pointer}/maxPoints`, 'points-not-one')
    : unless(isWhole(maxPoints, 1), `${pointer}/maxPoints`, 'points-invalid');

const bandInPlace = (band: Band, below: Band | undefined, pointer: string): Problems => {
  if (!isWhole(band.from, 0) || !isWhole(band.to, band.from)) return [{ pointer, code: 'band-invalid' }];
  if (below === undefined || band.from === below.to + 1) return [];
  return [{ pointer: `${pointer}/from`, code: band.from <= below.to ? 'band-overlap' : 'band-gap' }];
};

const highestBand = (band: Band | undefined, total: number, pointer: string): Problems =>
  unless(band === undefined || band.to === total, pointer, 'points-do-not-add-up', { total, to: band?.to ?? total });
