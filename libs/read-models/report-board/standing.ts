import { reporting } from '#domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allOf, rowsByThen } from '../paging/conditions.ts';
import type { AsOf } from '../paging/page.ts';
import type { BoardView, Standing, StandingRules } from './queries.port.ts';
import type { ReportRow } from './table.ts';

type Rule = StandingRules extends ReadonlyMap<string, infer Value> ? Value : never;

/** What counts for reports of a regulation the asker knows no rules of. */
const WEEKENDS_ONLY: Rule = { calendar: { holidays: new Map(), makeUpDays: new Set() }, dueSoonDays: 0 };

const ruleOf = (rules: StandingRules, regulationId: string): Rule => rules.get(regulationId) ?? WEEKENDS_ONLY;

/** Written out: the partial index of the reports that are owed is found by these very statuses. */
const statusIn = (statuses: readonly reporting.ReportStatusName[], of = 'r'): RawBuilder<boolean> =>
  sql`${sql.ref(`${of}.status`)} in (${sql.join(statuses.map((status) => sql.lit(status)))})`;

/** Handed in, and not asked for again. */
export const SUBMITTED = statusIn(reporting.HANDED_IN);

export const APPROVED = statusIn(reporting.COUNTED);

/** The reports as they stood by the cut-offs. `of` narrows by what never changes: unit, receiver, period, kind, id. */
export const reportsBy = (asOf: AsOf, of?: RawBuilder<boolean>): RawBuilder<unknown> =>
  rowsByThen(asOf, 'read_models.reports', 'read_models.report_history', of);

/** The unit `r` is owed to had handed in its consolidated report of the same period by then. */
export const receiverSubmitted = (asOf: AsOf): RawBuilder<boolean> => {
  const owedAbove = sql<boolean>`unit_id = r.receiver_id and kind = 'CONSOLIDATED' and id <> r.id
    and period_year = r.period_year and period_kind = r.period_kind`;
  return sql<boolean>`exists (select 1 from ${reportsBy(asOf, owedAbove)} above
    where ${statusIn(reporting.HANDED_IN, 'above')})`;
};

const bounds = (today: string, { calendar, dueSoonDays }: Rule) => reporting.dueSoonOn(today, calendar, dueSoonDays);

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

const DUE: Readonly<Record<NonNullable<reporting.StandingRule['due']>, RawBuilder<boolean>>> = {
  PASSED: sql`r.due_on < soon.first`,
  SOON: sql`r.due_on between soon.first and soon.last`,
};

const LATE = sql<boolean>`coalesce(r.working_days_late, 0) > 0`;

/** The rules of the standings as conditions on `r` and `soon`, for questions about many reports at once. */
export const standsBy = (asOf: AsOf): Readonly<Record<Standing, RawBuilder<boolean>>> => {
  const entries = Object.entries(reporting.STANDING_RULES).map(([standing, rule]) => [standing, holds(rule, asOf)]);
  const ruled = Object.fromEntries(entries) as Record<keyof typeof reporting.STANDING_RULES, RawBuilder<boolean>>;
  return { ...ruled, ON_TIME: sql`not (${sql.join(Object.values(ruled), sql` or `)})` };
};

const holds = (rule: reporting.StandingRule, asOf: AsOf): RawBuilder<boolean> =>
  sql`(${allOf(
    statusIn(rule.statuses),
    rule.due && DUE[rule.due],
    fits(rule.late, LATE),
    fits(rule.receiverSubmitted, receiverSubmitted(asOf)),
  )})`;

const fits = (asked: boolean | undefined, told: RawBuilder<boolean>): RawBuilder<boolean> | undefined =>
  asked === false ? sql`not (${told})` : asked && told;

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
