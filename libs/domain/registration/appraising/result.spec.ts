import fc from 'fast-check';
import type { CriteriaSet } from '../../regulation/events.ts';
import { computeResult } from './result.ts';
import { criteriaSet } from '../testing/regulation.ts';

/** One member per row: points for C1 and C2. */
const members = (...rows: readonly (readonly [number, number])[]) =>
  rows.map(([first, second], index) => ({
    personId: `member-${String(index)}`,
    scores: [
      { criterion: 'C1', points: first },
      { criterion: 'C2', points: second },
    ],
  }));

const perCriterion = (first: number, second: number) => [
  { criterion: 'C1', centipoints: first },
  { criterion: 'C2', centipoints: second },
];

describe('the result of an appraisal', () => {
  it('is the mean per criterion and the exact sum, each rounded half up to a hundredth', () => {
    expect(computeResult(criteriaSet, 'MEAN', members([50, 30], [50, 30], [51, 31]))).toEqual({
      perCriterion: perCriterion(5033, 3033),
      totalCentipoints: 8067,
      passMark: 50,
      passed: true,
      vetoes: [],
      band: 'TOT',
    });
    const eight = members(...Array.from({ length: 7 }, () => [1, 0] as const), [0, 1]);
    expect(computeResult(criteriaSet, 'MEAN', eight).perCriterion).toEqual(perCriterion(88, 13));
  });

  it('is compared exactly and rounded only where it is shown: three members at 70 are 70', () => {
    const criteria = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, name: code, maxPoints: 20, mandatory: false }));
    const bands = [{ code: 'DAT', name: 'Đạt', from: 70, to: 79 }];
    const set: CriteriaSet = { method: 'POINTS', criteria, bands, passMark: 70 };
    const team = (...rows: readonly (readonly number[])[]) =>
      rows.map((row, index) => ({
        personId: `member-${String(index)}`,
        scores: row.map((points, at) => ({ criterion: criteria[at]!.code, points })),
      }));
    const seventy = team([15, 14, 14, 17, 10], [14, 15, 14, 17, 10], [14, 14, 15, 17, 10]);
    const result = { totalCentipoints: 7000, passed: true, band: 'DAT' };
    expect(computeResult(set, 'MEAN', seventy)).toMatchObject(result);
    const upwards = team([15, 15, 14, 16, 10], [14, 15, 15, 16, 10], [15, 14, 15, 16, 10]);
    expect(computeResult(set, 'MEAN', upwards)).toMatchObject(result);
    const below = team([15, 14, 14, 17, 10], [14, 15, 14, 17, 10], [14, 14, 14, 17, 10]);
    expect(computeResult(set, 'MEAN', below)).toMatchObject({ totalCentipoints: 6967, passed: false });
  });

  it('passes whenever all members together reach the pass mark, whatever their number', () => {
    const points = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(40));
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 50 }), (rows) => {
        const sum = rows.reduce((total, [first, second]) => total + first + second, 0);
        const { passed, band } = computeResult(criteriaSet, 'MEAN', members(...rows));
        expect(passed).toBe(sum >= criteriaSet.passMark * rows.length);
        expect(band === 'TOT').toBe(sum >= 80 * rows.length);
      }),
    );
  });

  it('or the median, where one generous member moves nothing', () => {
    expect(computeResult(criteriaSet, 'MEDIAN', members([20, 10], [60, 40], [22, 12])).perCriterion).toEqual(
      perCriterion(2200, 1200),
    );
    expect(computeResult(criteriaSet, 'MEDIAN', members([20, 10], [23, 10])).perCriterion).toEqual(
      perCriterion(2150, 1000),
    );
  });

  it('passes at the pass mark and not a hundredth below', () => {
    expect(computeResult(criteriaSet, 'MEAN', members([30, 20])).passed).toBe(true);
    const below = computeResult(criteriaSet, 'MEAN', members([30, 20], [30, 19]));
    expect(below).toMatchObject({ totalCentipoints: 4950, passed: false });
    expect(below.band).toBeUndefined();
  });

  it('finds the band by the whole points reached', () => {
    expect(computeResult(criteriaSet, 'MEAN', members([50, 30], [50, 29])).band).toBe('KHA');
    expect(computeResult(criteriaSet, 'MEAN', members([50, 30])).band).toBe('TOT');
  });

  it('a mandatory criterion without a point from anybody is a veto, whatever the total', () => {
    const set = { ...criteriaSet, passMark: 10 };
    expect(computeResult(set, 'MEAN', members([0, 40], [0, 40]))).toMatchObject({ passed: false, vetoes: ['C1'] });
    expect(computeResult(set, 'MEAN', members([1, 40], [0, 40]))).toMatchObject({ passed: true, vetoes: [] });
    expect(computeResult(set, 'MEAN', members([30, 0]))).toMatchObject({ passed: true, vetoes: [] });
  });

  it('in a pass-or-fail set the majority decides each criterion and a tie does not pass', () => {
    const set: CriteriaSet = { ...criteriaSet, method: 'PASS_FAIL', bands: [], passMark: 1 };
    expect(computeResult(set, 'MEAN', members([1, 0], [1, 1], [0, 0]))).toEqual({
      perCriterion: perCriterion(100, 0),
      totalCentipoints: 100,
      passMark: 1,
      passed: true,
      vetoes: [],
    });
    expect(computeResult(set, 'MEAN', members([1, 1], [0, 1]))).toMatchObject({ passed: false, vetoes: ['C1'] });
  });
});
