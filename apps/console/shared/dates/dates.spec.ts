import { count, day, daysBetween, instant, percent, today, weekday } from './dates.ts';

describe('days and numbers as an office writes them', () => {
  it('a day and an instant are those of Vietnam, wherever the browser is', () => {
    expect(day('2026-03-02')).toBe('02/03/2026');
    expect(instant('2026-03-02T18:30:00.000Z')).toBe('03/03/2026 01:30');
    expect(today(new Date('2026-03-02T18:30:00.000Z'))).toBe('2026-03-03');
  });

  it('days are counted on the calendar, over the end of a month', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3);
  });

  it('the day of the week is that of the calendar', () => {
    expect([weekday('2026-12-05', 'vi'), weekday('2026-12-06', 'en')]).toEqual(['Thứ Bảy', 'Sunday']);
  });

  it('numbers have the marks of the language; a share of nothing is none', () => {
    expect([count(183_676, 'vi'), count(183_676, 'en')]).toEqual(['183.676', '183,676']);
    expect([percent(824, 1000, 'vi'), percent(824, 1000, 'en'), percent(0, 0, 'vi')]).toEqual([
      '82,4 %',
      '82.4 %',
      '–',
    ]);
    expect([percent(9_999, 10_000, 'vi'), percent(7, 7, 'vi')]).toEqual(['99,9 %', '100,0 %']);
  });
});
