import fc from 'fast-check';
import { addDays, daysBetween } from '../kernel/index.ts';
import { aCalendar, aDay, weekendsOnly, year2026 } from './testing/calendars.ts';
import { addWorkingDays, isWeekend, isWorkingDay, moveOffRestDay, workingDaysBetween } from './working-days.ts';

describe('a working day', () => {
  it('is Monday to Friday', () => {
    const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
    expect(week.map((day) => isWorkingDay(weekendsOnly, day))).toEqual([true, true, true, true, true, false, false]);
  });

  it('before 1970 is Monday to Friday all the same', () => {
    expect(['1945-09-01', '1945-09-02', '1945-09-03'].map(isWeekend)).toEqual([true, true, false]);
  });

  it('is no public holiday: Tết 2026 rests from Monday 16 to Friday 20 February', () => {
    const tet = ['2026-02-13', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'];
    expect(tet.map((day) => isWorkingDay(year2026, day))).toEqual([true, false, false, false, false, false, true]);
  });

  it('is a Saturday that is made up, even on a holiday', () => {
    expect(isWorkingDay(year2026, '2026-02-28')).toBe(true);
    expect(isWorkingDay({ ...year2026, makeUpDays: new Set(['2026-02-16']) }, '2026-02-16')).toBe(true);
  });
});

describe('a due date on a rest day', () => {
  it.each([
    ['moves on behind Tết', 'NEXT_WORKING_DAY', '2026-02-14', '2026-02-23'],
    ['moves back before Tết', 'PREVIOUS_WORKING_DAY', '2026-02-22', '2026-02-13'],
    ['stays where the regulation says so', 'AS_IS', '2026-02-17', '2026-02-17'],
    ['moves to the Saturday that is made up', 'PREVIOUS_WORKING_DAY', '2026-03-01', '2026-02-28'],
    ['and a working day stays', 'NEXT_WORKING_DAY', '2026-02-23', '2026-02-23'],
  ] as const)('%s', (_title, rule, date, moved) => {
    expect(moveOffRestDay(year2026, date, rule)).toBe(moved);
  });
});

describe('counting working days', () => {
  it.each([
    ['10 days from 3 February skip Tết', '2026-02-03', 10, '2026-02-24'],
    ['5 days over the Saturday that is made up', '2026-02-24', 5, '2026-03-02'],
    ['1 day from a Friday is Monday', '2026-03-06', 1, '2026-03-09'],
    ['1 day from a Saturday is Monday', '2026-03-07', 1, '2026-03-09'],
    ['none is the day itself, worked or not', '2026-02-17', 0, '2026-02-17'],
    ['3 days back from Tuesday after Tết', '2026-02-24', -3, '2026-02-12'],
    ['1 day back from Sunday is the Saturday made up', '2026-03-01', -1, '2026-02-28'],
  ])('%s', (_title, from, days, result) => {
    expect(addWorkingDays(year2026, from, days)).toBe(result);
  });

  it('between two days counts the later one and not the earlier one', () => {
    expect(workingDaysBetween(year2026, '2026-02-13', '2026-02-23')).toBe(1);
    expect(workingDaysBetween(year2026, '2026-02-23', '2026-02-13')).toBe(-1);
    expect(workingDaysBetween(year2026, '2026-02-23', '2026-02-23')).toBe(0);
    expect(workingDaysBetween(year2026, '2026-02-13', '2026-02-22')).toBe(0);
  });

  it('between days before 1970, and up to the year 9999, is counted as soon as between two days of a week', () => {
    expect(workingDaysBetween(weekendsOnly, '1945-08-31', '1945-09-03')).toBe(1);
    for (let nth = 0; nth < 1000; nth += 1)
      expect(workingDaysBetween(year2026, '2026-06-01', '9999-12-31')).toBe(2_080_209);
  });
});

describe('whatever the calendar is', () => {
  const count = fc.integer({ min: 0, max: 120 });

  it('counting on and counting what lies between are inverse to each other', () => {
    fc.assert(
      fc.property(aCalendar, aDay, count, (calendar, from, days) => {
        expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, days))).toBe(days);
      }),
    );
  });

  it('what lies between are the working days one by one, in either direction', () => {
    fc.assert(
      fc.property(aCalendar, aDay, aDay, (calendar, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const days = Array.from({ length: daysBetween(from, to) }, (_, nth) => addDays(from, nth + 1));
        const worked = days.filter((day) => isWorkingDay(calendar, day)).length;
        expect(workingDaysBetween(calendar, from, to)).toBe(worked);
        expect(workingDaysBetween(calendar, to, from) + worked).toBe(0);
      }),
    );
  });

  it('from a working day, counting on and back leads home', () => {
    fc.assert(
      fc.property(aCalendar, aDay, count, (calendar, date, days) => {
        const from = moveOffRestDay(calendar, date, 'NEXT_WORKING_DAY');
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, days), -days)).toBe(from);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, -days), days)).toBe(from);
      }),
    );
  });

  it('one count ends on a working day, and a longer one ends later', () => {
    fc.assert(
      fc.property(aCalendar, aDay, fc.integer({ min: 1, max: 120 }), (calendar, from, days) => {
        const result = addWorkingDays(calendar, from, days);
        expect(isWorkingDay(calendar, result)).toBe(true);
        expect(addWorkingDays(calendar, from, days + 1) > result).toBe(true);
        expect(daysBetween(from, result)).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  it('a due date moved off a rest day is worked, and nothing worked was passed', () => {
    fc.assert(
      fc.property(aCalendar, aDay, (calendar, date) => {
        const moved = moveOffRestDay(calendar, date, 'NEXT_WORKING_DAY');
        expect(isWorkingDay(calendar, moved)).toBe(true);
        expect(workingDaysBetween(calendar, addDays(date, -1), moved)).toBe(1);
      }),
    );
  });
});
