import { addDays, daysBetween, isLocalDate, localDateOf } from './dates.ts';

describe('dates', () => {
  it('an act at 17:00 UTC belongs to the next day in Vietnam', () => {
    expect(localDateOf('2026-12-31T16:59:59.999Z')).toBe('2026-12-31');
    expect(localDateOf('2026-12-31T17:00:00.000Z')).toBe('2027-01-01');
  });

  it('counts across leap days and year ends', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('refuses a day that is not in the calendar', () => {
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2026-13-01')).toBe(false);
  });
});
