import { registration, type LocalDate } from '#domain';
import { sql, type ExpressionBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, type Condition } from '../paging/conditions.ts';
import { isCutOff, type AsOf } from '../paging/page.ts';
import { openDeadlines, type OpenDeadline } from '../rules/queries.ts';
import type { RegistrationTableRow } from './table.ts';

interface Tables {
  readonly r: RegistrationTableRow;
  readonly open: { readonly [Name in keyof OpenDeadline]: OpenDeadline[Name] | null };
}

/** A line of the register beside what its open cycle waits for. */
export type Line = ExpressionBuilder<Tables, 'r' | 'open'>;

/** By when it owes something: by the day that was set, else by the deadline of its open cycle; null where it owes nothing by a day. */
export const dueOn = ({ fn }: Line) => fn.coalesce('r.dueOn', 'open.deadline');

const BY_CYCLE = Object.values(registration.DUE_BY_CYCLE).flat();

/**
 * True for what was due before a day, as {@link dueOn} tells it: asked of the register's own columns, which are indexed,
 * not of what is joined with them. The past knows no deadline of a cycle.
 */
export const overdueOn = (db: ReadModelsDb, { ref, or }: Line, today: LocalDate, asOf: AsOf): Condition => {
  const cyclesPast = (status: registration.Status) =>
    db
      .selectFrom(openDeadlines(db).as('past'))
      .select('past.ofCycle')
      .where(({ ref: of }) => allOf(equals(of('past.owedIn'), status), sql`${of('past.deadline')} < ${today}`));
  const byCycle = isCutOff(asOf)
    ? []
    : BY_CYCLE.map((status) =>
        allOf(equals(ref('r.status'), status), sql`${ref('r.cycleId')} = any(array(${cyclesPast(status)}))`),
      );
  return or([sql<boolean>`${ref('r.dueOn')} < ${today}`, ...byCycle]);
};
