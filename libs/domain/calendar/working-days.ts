import { addDays, toDayNumber, type LocalDate } from '../kernel/index.ts';

/**
 * Which days are worked, as data: Saturdays and Sundays rest unless they are made up for, public holidays rest. A year
 * without holidays in it knows weekends only.
 */
export interface WorkingCalendar {
  /** Public holidays and the days off in lieu, with their names where they are known. */
  readonly holidays: ReadonlyMap<LocalDate, string>;
  /** Days that are worked although they would rest: Saturdays made up. They win over a holiday of the same day. */
  readonly makeUpDays: ReadonlySet<LocalDate>;
}

/** What a due date that falls on a rest day becomes. */
export const REST_DAY_RULES = ['NEXT_WORKING_DAY', 'PREVIOUS_WORKING_DAY', 'AS_IS'] as const;
export type RestDayRule = (typeof REST_DAY_RULES)[number];

export const isWeekend = (date: LocalDate): boolean => {
  const weekday = (((toDayNumber(date) + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday; 0 is Sunday.
  return weekday === 0 || weekday === 6;
};

export const isWorkingDay = (calendar: WorkingCalendar, date: LocalDate): boolean =>
  calendar.makeUpDays.has(date) || (!isWeekend(date) && !calendar.holidays.has(date));

/** The first working day on or after the date, or on or before it with `step` −1. */
const nearestWorkingDay = (calendar: WorkingCalendar, date: LocalDate, step: 1 | -1): LocalDate => {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, step);
  return day;
};

export const moveOffRestDay = (calendar: WorkingCalendar, date: LocalDate, rule: RestDayRule): LocalDate => {
  switch (rule) {
    case 'NEXT_WORKING_DAY':
      return nearestWorkingDay(calendar, date, 1);
    case 'PREVIOUS_WORKING_DAY':
      return nearestWorkingDay(calendar, date, -1);
    case 'AS_IS':
      return date;
  }
};

/**
 * `days` working days after the date, or before it when negative. The date itself is not counted, whether it is worked
 * or not; 0 is the date itself.
 */
export const addWorkingDays = (calendar: WorkingCalendar, date: LocalDate, days: number): LocalDate => {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; left -= 1) day = nearestWorkingDay(calendar, addDays(day, step), step);
  return day;
};

/**
 * Working days behind `from` up to and including `to`; negative when `to` is earlier. Costs what the calendar holds,
 * however far the days lie apart: anybody who may set a due date may set one of the year 9999.
 */
export const workingDaysBetween = (calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number => {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  const { holidays, makeUpDays } = calendar;
  let count = weekdaysUntil(to) - weekdaysUntil(from);
  for (const date of holidays.keys())
    if (from < date && date <= to && !isWeekend(date) && !makeUpDays.has(date)) count -= 1;
  for (const date of makeUpDays) if (from < date && date <= to && isWeekend(date)) count += 1;
  return count;
};

/** Mondays to Fridays up to and including the date, counted from Monday 1969-12-29 on; negative before it. */
const weekdaysUntil = (date: LocalDate): number => {
  const days = toDayNumber(date) + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
};
