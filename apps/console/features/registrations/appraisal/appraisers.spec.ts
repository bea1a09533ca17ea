import type { Appraiser } from '../../../shared/api/generated/types.gen.ts';
import { eachOnce, oneOfEachUnit } from './appraisers.ts';

const person = (personId: string, eligible: boolean): Appraiser => ({
  ...{ personId, personName: personId, unitId: 'u', unitName: 'Xã', eligible, reason: null, sentence: null },
});

it('who can appraise some of many can be chosen, and is there once', () => {
  const people = eachOnce([
    [person('an', false), person('bình', false)],
    [person('bình', true), person('an', false)],
  ]);
  expect(people.map(({ personId, eligible }) => [personId, eligible])).toEqual([
    ['bình', true],
    ['an', false],
  ]);
});

it('of each unit one registration is asked about', () => {
  const rows = [1, 2, 3].map((n) => ({ id: `r${String(n)}`, unitId: n === 3 ? 'a' : 'b' }));
  expect(oneOfEachUnit(rows)).toHaveLength(2);
});
