import { addDays, calendar, type LocalDate, type regulation } from '#domain';

/** The n-th working day after a day, or before it; 0 is the day itself, or the last working day before a rest day. */
export type WorkingDays = (n: number) => LocalDate;

export const workingDaysAround = (days: calendar.WorkingCalendar, today: LocalDate): WorkingDays => {
  const base = calendar.isWorkingDay(days, today) ? today : calendar.addWorkingDays(days, today, -1);
  return (n) => calendar.addWorkingDays(days, base, n);
};

/** Half a year and a whole one, in days. */
const HALF = 182;
const WHOLE = 365;

/**
 * A half-yearly report that was due a week and a half ago and a yearly one that is due in two days: whenever the sample
 * is started, some are late and some are due soon.
 */
export const periodsAround = (day: WorkingDays): readonly regulation.ReportPeriod[] => [
  { kind: 'H1', from: addDays(day(-15), -HALF), cutoff: day(-15), dueOn: day(-8) },
  { kind: 'ANNUAL', from: addDays(day(-12), -WHOLE), cutoff: day(-12), dueOn: day(2) },
];
