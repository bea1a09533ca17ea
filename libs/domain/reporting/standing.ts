import { addWorkingDays, isWorkingDay, workingDaysBetween, type WorkingCalendar } from '../calendar/index.ts';
import { addDays, type LocalDate } from '../kernel/index.ts';
import { HANDED_IN, isOneOf, OWED, type ReportStatusName } from './status.ts';

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

/** What is true of a report of one standing; what is not named does not matter. */
export interface StandingRule {
  readonly statuses: readonly ReportStatusName[];
  /** How its due date lies to the day: see {@link dueSoonOn}. */
  readonly due?: 'PASSED' | 'SOON';
  readonly late?: boolean;
  readonly receiverSubmitted?: boolean;
}

/** The rule of each standing. One at most holds for a report; where none does, it is on time. */
export const STANDING_RULES: Readonly<Record<Exclude<Standing, 'ON_TIME'>, StandingRule>> = {
  DUE_SOON: { statuses: OWED, due: 'SOON' },
  OVERDUE: { statuses: OWED, due: 'PASSED', receiverSubmitted: false },
  LATE: { statuses: HANDED_IN, late: true },
  MISSING: { statuses: OWED, due: 'PASSED', receiverSubmitted: true },
  EXCUSED: { statuses: ['EXCUSED'] },
};

/**
 * The due dates that are due soon on a day: those before have passed, those behind come later. Lateness counts in
 * working days here as at submission: on a rest day after the due date nothing is overdue yet, as what is submitted
 * then is not late. So a due date has passed from the first working day after it on: when the last working day up to
 * `today` is later.
 */
export const dueSoonOn = (
  today: LocalDate,
  calendar: WorkingCalendar,
  dueSoonDays: number,
): { readonly first: LocalDate; readonly last: LocalDate } => ({
  first: isWorkingDay(calendar, today) ? today : addWorkingDays(calendar, today, -1),
  last: addDays(addWorkingDays(calendar, today, dueSoonDays + 1), -1),
});

/** How a report stands on a day. */
export const standingOf = (
  facts: StandingFacts,
  today: LocalDate,
  calendar: WorkingCalendar,
  dueSoonDays: number,
): StandingOnDay => {
  const { first, last } = dueSoonOn(today, calendar, dueSoonDays);
  const due = facts.dueOn < first ? 'PASSED' : facts.dueOn <= last ? 'SOON' : undefined;
  const standing = RULED.find((each) => holds(STANDING_RULES[each], facts, due)) ?? 'ON_TIME';
  const workingDays = Math.abs(workingDaysBetween(calendar, facts.dueOn, today));
  return { standing, workingDays: isOneOf(OWED, facts.status) ? workingDays : null };
};

const RULED = STANDINGS.filter((standing) => standing !== 'ON_TIME');

const holds = (rule: StandingRule, facts: StandingFacts, due: StandingRule['due']): boolean =>
  isOneOf(rule.statuses, facts.status) &&
  fits(rule.due, due) &&
  fits(rule.late, (facts.workingDaysLate ?? 0) > 0) &&
  fits(rule.receiverSubmitted, facts.receiverSubmitted);

const fits = <Value>(asked: Value | undefined, told: Value): boolean => asked === undefined || asked === told;
