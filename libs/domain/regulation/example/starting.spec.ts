import { validate } from '../validation/validate.ts';
import { startingRegulation } from './starting.ts';

const HOLIDAYS = [{ date: '2027-01-01', name: 'Tết Dương lịch' }];
const OFFICES = ['NATIONAL', 'PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES'] as const;
const of = (root: (typeof OFFICES)[number]) => startingRegulation(root, 2027, HOLIDAYS);

describe('a regulation to start from', () => {
  it.each(OFFICES)('can be put in force as it is by an office of kind %s with units of its own', (root) => {
    expect(validate(of(root), [root, 'UNIT'])).toEqual([]);
  });

  it.each(OFFICES)('says of itself that it is illustrative: %s', (root) => {
    expect(of(root)).toMatchObject({ illustrative: true, calendar: { holidays: ['2027-01-01'] } });
    expect(of(root).title).toMatch(/minh họa.* 2027$/u);
  });

  it.each(['COMMUNE', 'CENTRAL_AGENCIES'] as const)('has nobody above a %s decide, and no council vote', (root) => {
    expect(new Set(of(root).authorities.map(({ signedBy }) => signedBy))).toEqual(new Set([root]));
    expect(of(root)).not.toHaveProperty('vote');
  });
});
