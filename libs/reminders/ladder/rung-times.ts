import { calendar as days, localTimeOf, type Instant, type LocalDate, type regulation } from '#domain';

type QuietHours = regulation.ReminderRules['quietHours'];

/** A rung with the instant from which it is due. */
export interface TimedRung extends regulation.Rung {
  readonly at: Instant;
}

/**
 * The rungs of a ladder for one due date, the earliest first: each at the end of the quiet hours in Vietnam, on the day
 * that lies its working days before or after the due date (domain.md 3.7).
 */
export const rungTimes = (
  ladder: readonly regulation.Rung[],
  calendar: days.WorkingCalendar,
  dueOn: LocalDate,
  quietHours: QuietHours,
): readonly TimedRung[] =>
  ladder
    .map((rung) => ({
      ...rung,
      at: instantOf(days.addWorkingDays(calendar, dueOn, rung.workingDays), quietHours.until),
    }))
    .sort((one, other) => one.at.localeCompare(other.at));

const instantOf = (date: LocalDate, time: string): Instant => new Date(`${date}T${time}:00.000+07:00`).toISOString();

/** Whether nothing is sent at the instant; `until` is the first minute that is not quiet. May pass midnight. */
export const isQuiet = ({ from, until }: QuietHours, instant: Instant): boolean => {
  const time = localTimeOf(instant);
  return from <= until ? from <= time && time < until : from <= time || time < until;
};
