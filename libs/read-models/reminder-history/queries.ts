import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, oneOf, ofUnits, recordedWithin } from '../paging/conditions.ts';
import { descending, pageOf } from '../paging/keyset.ts';
import type { ListQuery, Page } from '../paging/page.ts';
import type { ReminderEntry } from './table.ts';
import { streamOf } from '../paging/streams.ts';

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
  const { from, until: to } = query;
  return pageOf(db.selectFrom('reminders').selectAll(), query, (reminder) => ({
    where: [
      ofUnits(reminder.ref('unitId'), query),
      equals(reminder.ref('subjectId'), query.subjectId),
      equals(reminder.ref('type'), query.type),
      recordedWithin(reminder.ref('recordedAt'), { from, to }),
    ],
    order: descending(reminder.ref('position')),
  }));
};

/** The streams that tell how units were reminded. */
export const reminderStreams = (db: ReadModelsDb, unitIds: readonly string[]) =>
  db
    .selectFrom('reminders')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .where('dutyId', 'is not', null)
    .select(({ ref }) => streamOf('reminder', ref('dutyId').$castTo<string>()));
