import { addDays } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import { equals, ofUnits } from '../paging/conditions.ts';
import { descending, pageOf } from '../paging/keyset.ts';
import type { ListQuery, Page } from '../paging/page.ts';
import type { ReminderEntry } from './table.ts';

export interface ReminderQuery extends ListQuery {
  readonly unitIds?: readonly string[];
  readonly subjectId?: string;
  readonly type?: ReminderEntry['type'];
  /** Local dates; both ends belong to it. */
  readonly from?: string;
  readonly until?: string;
}

/** How units were reminded, the newest first. */
export const listReminders = (db: ReadModelsDb, query: ReminderQuery): Promise<Page<ReminderEntry>> => {
  const { from, until } = query;
  return pageOf(db.selectFrom('reminders').selectAll(), query, (reminder) => ({
    where: [
      ofUnits(reminder.ref('unitId'), query),
      equals(reminder.ref('subjectId'), query.subjectId),
      equals(reminder.ref('type'), query.type),
      from === undefined ? undefined : reminder('recordedAt', '>=', startOf(from)),
      until === undefined ? undefined : reminder('recordedAt', '<', startOf(addDays(until, 1))),
    ],
    order: descending(reminder.ref('position')),
  }));
};

/** The instant at which a day begins in Vietnam. */
const startOf = (date: string): string => `${addDays(date, -1)}T17:00:00.000Z`;
