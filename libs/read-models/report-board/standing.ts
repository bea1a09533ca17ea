import { addDays, calendar, reporting } from '#domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { rowsByThen } from '../paging/conditions.ts';
import type { AsOf } from '../paging/page.ts';
import type { BoardView, Standing, StandingRules } from './queries.port.ts';
import type { ReportRow } from './table.ts';

type Rule = StandingRules extends ReadonlyMap<string, infer Value> ? Value : never;

/** What counts for reports of a regulation the asker knows no rules of. */
const WEEKENDS_ONLY: Rule = { calendar: { holidays: new Map(), makeUpDays: new Set() }, dueSoonDays: 0 };

const ruleOf = (rules: StandingRules, regulationId: string): Rule => rules.get(regulationId) ?? WEEKENDS_ONLY;

const PENDING = sql<boolean>`r.status in ('OPEN', 'REVISION_REQUESTED')`;
const HANDED_IN = sql`('SUBMITTED', 'APPROVED', 'CONSOLIDATED', 'CLOSED')`;

/** Handed in, and not asked for again. */
export const SUBMITTED = sql<boolean>`r.status in ${HANDED_IN}`;

/** The reports as they stood by the cut-offs. `of` narrows by what never changes: unit, receiver, period, kind, id. */
export const reportsBy = (asOf: AsOf, of?: RawBuilder<boolean>): RawBuilder<unknown> =>
  rowsByThen(asOf, 'read_models.reports', 'read_models.report_history', of);

/** The unit `r` is owed to had handed in its consolidated report of the same period by then. */
export const receiverSubmitted = (asOf: AsOf): RawBuilder<boolean> => {
  const owedAbove = sql<boolean>`unit_id = r.receiver_id and kind = 'CONSOLIDATED' and id <> r.id
    and period_year = r.period_year and period_kind = r.period_kind`;
  return sql<boolean>`exists (select 1 from ${reportsBy(asOf, owedAbove)} above where above.status in ${HANDED_IN})`;
};

/** The due dates between which a report is due soon on a day: those before are overdue, those after have time. */
const bounds = (today: string, { calendar: days, dueSoonDays }: Rule) => ({
  first: calendar.isWorkingDay(days, today) ? today : calendar.addWorkingDays(days, today, -1),
  last: addDays(calendar.addWorkingDays(days, today, dueSoonDays + 1), -1),
});

/** Reports as `r`, each with the due dates that are due soon under its regulation, from `soon.first` to `soon.last`. */
export const boardOn = ({ today, rules, ...asOf }: BoardView, of: RawBuilder<boolean>): RawBuilder<unknown> => {
  const known = [...rules].map(([id, rule]) => ({ id, ...bounds(today, rule) }));
  const other = bounds(today, WEEKENDS_ONLY);
  return sql`${reportsBy(asOf, of)} r
    left join unnest(${known.map(({ id }) => id)}::text[], ${known.map(({ first }) => first)}::text[],
      ${known.map(({ last }) => last)}::text[]) as given (regulation_id, first, last)
      on given.regulation_id = r.regulation_id
    cross join lateral (select coalesce(given.first, ${other.first}) as first,
      coalesce(given.last, ${other.last}) as last) soon`;
};

/** Not handed in, and a working day has passed since the due date: overdue, or missing. */
export const PAST_DUE = sql<boolean>`(${PENDING} and r.due_on < soon.first)`;

/** `reporting.standingOf` as conditions on `r` and `soon`, for questions about many reports at once. */
export const standsBy = (asOf: AsOf): Readonly<Record<Standing, RawBuilder<boolean>>> => ({
  ON_TIME: sql`(${SUBMITTED} and coalesce(r.working_days_late, 0) = 0 or ${PENDING} and r.due_on > soon.last)`,
  DUE_SOON: sql`(${PENDING} and r.due_on >= soon.first and r.due_on <= soon.last)`,
  OVERDUE: sql`(${PAST_DUE} and not ${receiverSubmitted(asOf)})`,
  LATE: sql`(${SUBMITTED} and r.working_days_late > 0)`,
  MISSING: sql`(${PAST_DUE} and ${receiverSubmitted(asOf)})`,
  EXCUSED: sql`(r.status = 'EXCUSED')`,
});

/** What a row says of how it stands. */
export type Standable = Pick<ReportRow, 'status' | 'dueOn' | 'workingDaysLate' | 'regulationId'> & {
  readonly receiverSubmitted: boolean;
};

/** `reporting.standingOf` for many reports: counted once for all that share what it depends on, as most of a period do. */
export const standingsOn = (today: string, rules: StandingRules): ((row: Standable) => reporting.StandingOnDay) => {
  const known = new Map<string, reporting.StandingOnDay>();
  return (row) => {
    const { status, dueOn, workingDaysLate, receiverSubmitted, regulationId } = row;
    const key = JSON.stringify([status, dueOn, workingDaysLate, receiverSubmitted, regulationId]);
    const { calendar: days, dueSoonDays } = ruleOf(rules, regulationId);
    const standing = known.get(key) ?? reporting.standingOf(row, today, days, dueSoonDays);
    known.set(key, standing);
    return standing;
  };
};
