import { workingDaysBetween } from '../calendar/index.ts';
import type { WorkingCalendar } from '../calendar/index.ts';
import type { LocalDate } from '../kernel/index.ts';
import type { ReportStatusName } from './commands.ts';

/** How a report stands on a day. */
export const STANDINGS = [
  /** Submitted on time, or not due yet. */
  'ON_TIME',
  'DUE_SOON',
  /** Not submitted, and a working day has passed since its due date. */
  'OVERDUE',
  /** Submitted at least one working day after its due date. */
  'LATE',
  /** Overdue, and the unit above has submitted its consolidated report without it. */
  'MISSING',
  'EXCUSED',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the standing of a report depends on. */
export interface StandingFacts {
  readonly status: ReportStatusName;
  /** The day that counts. */
  readonly dueOn: LocalDate;
  /** Of the last submission; null when there was none. */
  readonly workingDaysLate: number | null;
  /** The unit it is owed to has submitted its consolidated report of the same period. */
  readonly receiverSubmitted: boolean;
}

export interface StandingOnDay {
  readonly standing: Standing;
  /** Working days overdue, or left until it is due; null for a report that was submitted or excused. */
  readonly workingDays: number | null;
}

/**
 * How a report stands on a day. Lateness counts in working days here as at submission: on a rest day after the due date
 * nothing is overdue yet, as what is submitted then is not late. So it is overdue from the first working day after the
 * due date: when the last working day up to `today` is later than `dueOn`.
 */
export const standingOf = (
  { status, dueOn, workingDaysLate, receiverSubmitted }: StandingFacts,
  today: LocalDate,
  calendar: WorkingCalendar,
  dueSoonDays: number,
): StandingOnDay => {
  switch (status) {
    case 'EXCUSED':
      return { standing: 'EXCUSED', workingDays: null };
    case 'SUBMITTED':
    case 'APPROVED':
    case 'CONSOLIDATED':
    case 'CLOSED':
      return { standing: (workingDaysLate ?? 0) > 0 ? 'LATE' : 'ON_TIME', workingDays: null };
    case 'OPEN':
    case 'REVISION_REQUESTED': {
      const overdue = Math.max(0, workingDaysBetween(calendar, dueOn, today));
      if (overdue > 0) return { standing: receiverSubmitted ? 'MISSING' : 'OVERDUE', workingDays: overdue };
      const left = Math.max(0, workingDaysBetween(calendar, today, dueOn));
      return { standing: left <= dueSoonDays ? 'DUE_SOON' : 'ON_TIME', workingDays: left };
    }
  }
};
