import { calendar, isLocalDate, regulation } from '#domain';
import { PROPOSED_YEARS, proposeHolidays } from './vietnam.ts';

const named = (year: number, name: string): readonly string[] =>
  proposeHolidays(year).flatMap((day) => (day.name.startsWith(name) ? [day.date.slice(5)] : []));

describe('the holidays proposed for a year', () => {
  it.each([
    [2024, ['02-09', '02-10', '02-11', '02-12', '02-13', '02-14', '02-15']],
    [2025, ['01-28', '01-29', '01-30', '01-31', '02-01', '02-03']],
    [2026, ['02-16', '02-17', '02-18', '02-19', '02-20']],
    [2027, ['02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11']],
    [2028, ['01-25', '01-26', '01-27', '01-28', '01-29', '01-31']],
  ])('Tết %d: the eve and four days, with days off in lieu of a weekend', (year, days) => {
    expect(named(year, 'Tết Nguyên đán')).toEqual(days);
  });

  it('follows the moon over Vietnam, where Tết 2007 came a day before the Chinese new year', () => {
    expect(named(2007, 'Tết Nguyên đán').slice(0, 2)).toEqual(['02-16', '02-17']);
  });

  it.each([
    [2024, ['04-18']],
    [2025, ['04-07']],
    [2026, ['04-26', '04-27']],
    [2027, ['04-16']],
    [2028, ['04-04']],
  ])('the Hùng Kings’ day %d, by the lunar calendar', (year, days) => {
    expect(named(year, 'Giỗ tổ Hùng Vương')).toEqual(days);
  });

  it.each([
    [2022, ['09-01', '09-02']],
    [2023, ['09-01', '09-02', '09-04']],
    [2024, ['09-02', '09-03']],
    [2025, ['09-01', '09-02']],
    [2026, ['09-01', '09-02']],
    [2027, ['09-02', '09-03']],
    [2029, ['09-02', '09-03', '09-04']],
  ])('National Day %d is two days, the second one beside a weekend', (year, days) => {
    expect(named(year, 'Quốc khánh')).toEqual(days);
  });

  it('of 2023 the days off in lieu follow each other, as they were settled', () => {
    const spring = proposeHolidays(2023).filter(({ date }) => date >= '2023-04-01' && date < '2023-06-01');
    expect(spring.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2023-04-29 Giỗ tổ Hùng Vương',
      '2023-04-30 Ngày Giải phóng miền Nam',
      '2023-05-01 Quốc tế Lao động',
      '2023-05-02 Giỗ tổ Hùng Vương (nghỉ bù)',
      '2023-05-03 Ngày Giải phóng miền Nam (nghỉ bù)',
    ]);
  });

  it('says which days are settled each year', () => {
    const settled = new Set(proposeHolidays(2026).flatMap((day) => (day.announcedYearly ? [day.name] : [])));
    expect([...settled]).toEqual(['Tết Nguyên đán', 'Quốc khánh']);
    expect(proposeHolidays(2025).find(({ date }) => date === '2025-02-03')).toMatchObject({ announcedYearly: true });
  });

  it('are real days of that year, each once, in order, and every weekend among them is made good', () => {
    for (let year: number = PROPOSED_YEARS.from; year <= PROPOSED_YEARS.until; year += 10) {
      const days = proposeHolidays(year);
      const dates = days.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.every((date) => isLocalDate(date) && date.startsWith(String(year)))).toBe(true);
      expect(dates.filter((date) => !calendar.isWeekend(date)).length).toBeGreaterThanOrEqual(11);
      expect(new Set(named(year, 'Tết Nguyên đán')).size).toBeGreaterThanOrEqual(5);
    }
  });

  it('make a sound calendar of a regulation', () => {
    const proposal = proposeHolidays(2026).map(({ date, name }) => ({ date, name }));
    const content = regulation.exampleRegulation(2026, proposal);
    expect(regulation.validate(content)).toEqual([]);
    expect(calendar.addWorkingDays(regulation.calendarOf(content), '2026-02-03', 10)).toBe('2026-02-24');
  });
});
