import { addDays } from '#domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allOf, equals, oneOf, within } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { ListReminders, ReminderQuery } from './queries.port.ts';
import { reminders } from './table.ts';
import type { ReminderRow } from './table.ts';

/** How units were reminded, the newest first. */
export const listReminders: ListReminders = async (db, query) => {
  const page = keyset(query, [{ by: sql`r.position`, descending: true }]);
  const filter = allOf(
    within(query.scope),
    oneOf('unit_id', query.unitIds),
    equals('subject_id', query.subjectId),
    equals('type', query.type),
    recorded(query),
  );
  const { rows } = await sql<ReminderRow & { cursor: readonly CursorValue[] }>`
    select ${columnsOf(reminders, 'r')}, ${page.cursor} as cursor from read_models.reminders r
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<ReminderRow>(rows);
};

const recorded = ({ from, until }: ReminderQuery): RawBuilder<boolean> =>
  allOf(
    from === undefined ? undefined : sql<boolean>`r.recorded_at >= ${startOf(from)}`,
    until === undefined ? undefined : sql<boolean>`r.recorded_at < ${startOf(addDays(until, 1))}`,
  );

/** The instant at which a day begins in Vietnam. */
const startOf = (date: string): string => `${addDays(date, -1)}T17:00:00.000Z`;
