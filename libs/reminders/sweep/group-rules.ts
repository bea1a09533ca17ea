import { regulation, type calendar, type Instant } from '#domain';
import { regulationOf, type RulesState } from '#use-cases';
import { isQuiet, rungTimes, type TimedRung } from '../ladder/rung-times.ts';

/** What a regulation says about reminding of one kind of duty. */
export interface GroupRules {
  readonly ladder: readonly regulation.Rung[];
  readonly calendar: calendar.WorkingCalendar;
  readonly reminders: regulation.ReminderRules;
}

/** Undefined when the regulation is unknown, or reminds nobody of it. */
export const groupRules = (
  rules: RulesState,
  { regulationId, kind }: { readonly regulationId: string; readonly kind: regulation.DutyKind },
): GroupRules | undefined => {
  const content = regulationOf(rules, regulationId)?.content;
  const reminders = content?.reminders;
  const ladder = regulation.ladderOf(reminders, kind);
  if (content === undefined || reminders === undefined || ladder.length === 0) return undefined;
  return { ladder, reminders, calendar: regulation.calendarOf(content) };
};

export const timesOf = ({ ladder, calendar, reminders }: GroupRules, dueOn: string): readonly TimedRung[] =>
  rungTimes(ladder, calendar, dueOn, reminders.quietHours);

/** The regulations in whose quiet hours an instant lies. */
export const quietRegulations = ({ regulations }: RulesState, now: Instant): readonly string[] =>
  [...regulations].flatMap(([id, each]) => {
    const quiet = each.status === 'NONE' ? undefined : each.content.reminders?.quietHours;
    return quiet !== undefined && isQuiet(quiet, now) ? [id] : [];
  });
