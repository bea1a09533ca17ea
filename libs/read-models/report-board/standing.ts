import { reporting, type calendar } from '#domain';
import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, type Condition } from '../paging/conditions.ts';
import type { AsOf } from '../paging/page.ts';
import type { ReportRow } from './table.ts';

/** How a report stands on a day; computed, never stored. */
export type Standing = reporting.Standing;

/** Calendar and margin for the standing, by regulation. */
export type StandingRules = ReadonlyMap<
  string,
  { readonly calendar: calendar.WorkingCalendar; readonly dueSoonDays: number }
>;

/** How the board is looked at: what was known by the cut-offs, standing as on a day. */
export interface BoardView extends AsOf {
  /** The day whose standing is told: today, or the day of the cut-off. */
  readonly today: string;
  readonly rules: StandingRules;
}

type Rule = StandingRules extends ReadonlyMap<string, infer Value> ? Value : never;

/** What counts for reports of a regulation the asker knows no rules of. */
const WEEKENDS_ONLY: Rule = { calendar: { holidays: new Map(), makeUpDays: new Set() }, dueSoonDays: 0 };

const ruleOf = (rules: StandingRules, regulationId: string): Rule => rules.get(regulationId) ?? WEEKENDS_ONLY;

/** A report as it is read, before it is joined with anything. */
type Row = ExpressionBuilder<{ row: ReportRow }, 'row'>;

type Report = ExpressionBuilder<{ r: ReportRow }, 'r'>;

export type OnBoard = ExpressionBuilder<{ r: ReportRow; soon: ReturnType<typeof bounds> }, 'r' | 'soon'>;

/** Written out: the partial index of the reports that are owed is found by these very statuses. */
const statusIn = (status: Expression<reporting.ReportStatusName>, statuses: readonly reporting.ReportStatusName[]) =>
  sql<boolean>`${status} in (${sql.join(statuses.map((one) => sql.lit(one)))})`;

/** Handed in, and not asked for again. */
export const submitted = ({ ref }: Report) => statusIn(ref('r.status'), reporting.HANDED_IN);

export const approved = ({ ref }: Report) => statusIn(ref('r.status'), reporting.COUNTED);

/** The unit a report is owed to had handed in its consolidated report of the same period by then. */
export const receiverSubmitted = (db: ReadModelsDb, { ref, exists }: Report, asOf: AsOf) => {
  const above = rowsByThen(db, 'reports', asOf, (row) =>
    allOf(
      row('unitId', '=', ref('r.receiverId')),
      row('kind', '=', 'CONSOLIDATED'),
      row('id', '<>', ref('r.id')),
      row('periodYear', '=', ref('r.periodYear')),
      row('periodKind', '=', ref('r.periodKind')),
    ),
  );
  return exists(
    db
      .selectFrom(above.as('above'))
      .select('above.id')
      .where((report) => statusIn(report.ref('above.status'), reporting.HANDED_IN)),
  ).$castTo<boolean>();
};

const bounds = (today: string, { calendar, dueSoonDays }: Rule) => reporting.dueSoonOn(today, calendar, dueSoonDays);

/** Reports as `r`, each with the due dates that are due soon under its regulation, from `soon.first` to `soon.last`. */
export const boardOn = (db: ReadModelsDb, { today, rules, ...asOf }: BoardView, of: (row: Row) => Condition) => {
  const known = [...rules].map(([id, rule]) => ({ id, ...bounds(today, rule) }));
  const given = sql<
    ReturnType<typeof bounds> & { readonly regulation: string }
  >`unnest(${known.map(({ id }) => id)}::text[],
    ${known.map(({ first }) => first)}::text[], ${known.map(({ last }) => last)}::text[])`;
  const other = bounds(today, WEEKENDS_ONLY);
  return db
    .selectFrom(rowsByThen(db, 'reports', asOf, of).as('r'))
    .leftJoin(given.as<'given'>(sql`given (regulation, first, last)`), 'given.regulation', 'r.regulationId')
    .crossJoinLateral(({ fn, val }) =>
      db
        .selectNoFrom([
          fn.coalesce('given.first', val(other.first)).as('first'),
          fn.coalesce('given.last', val(other.last)).as('last'),
        ])
        .as('soon'),
    );
};

/** The rules of the standings as conditions, for questions about many reports at once. */
export const standsBy = (db: ReadModelsDb, report: OnBoard, asOf: AsOf): Readonly<Record<Standing, Condition>> => {
  const { ref, fn, val, or, not, between } = report;
  const due = {
    PASSED: report('r.dueOn', '<', ref('soon.first')),
    SOON: between('r.dueOn', ref('soon.first'), ref('soon.last')),
  };
  const late = report(fn.coalesce('r.workingDaysLate', val(0)), '>', 0);
  const above = receiverSubmitted(db, report, asOf);
  const fits = (asked: boolean | undefined, told: Condition) =>
    asked === undefined ? undefined : asked ? told : not(told);
  const holds = (rule: reporting.StandingRule) =>
    allOf(
      statusIn(ref('r.status'), rule.statuses),
      rule.due && due[rule.due],
      fits(rule.late, late),
      fits(rule.receiverSubmitted, above),
    );
  const entries = Object.entries(reporting.STANDING_RULES).map(([standing, rule]) => [standing, holds(rule)]);
  const ruled = Object.fromEntries(entries) as Record<keyof typeof reporting.STANDING_RULES, Condition>;
  return { ...ruled, ON_TIME: not(or(Object.values(ruled))) };
};

/** Overdue, or missing above. */
export const absent = (db: ReadModelsDb, report: OnBoard, asOf: AsOf): Condition => {
  const { OVERDUE, MISSING } = standsBy(db, report, asOf);
  return report.or([OVERDUE, MISSING]);
};

/** How soon somebody has to do something: the lowest number first. */
export const urgency = (db: ReadModelsDb, report: OnBoard, asOf: AsOf): Expression<number> =>
  report
    .case()
    .when(absent(db, report, asOf))
    .then(0)
    .when(statusIn(report.ref('r.status'), reporting.OWED))
    .then(1)
    .when(report('r.status', '=', 'SUBMITTED'))
    .then(2)
    .else(3)
    .end();

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
