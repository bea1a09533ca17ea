import { addDays } from '#domain';
import { equals, ofUnits } from '../paging/conditions.ts';
import { descending, pageOf } from '../paging/keyset.ts';
import type { ListReminders } from './queries.port.ts';

/** How units were reminded, the newest first. */
export const listReminders: ListReminders = (db, query) => {
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
