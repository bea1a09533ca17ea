import { addDays } from '#domain';
import { allOf, equals, oneOf, within } from '../paging/conditions.ts';
import { pageOf } from '../paging/keyset.ts';
import type { ListReminders } from './queries.port.ts';

/** How units were reminded, the newest first. */
export const listReminders: ListReminders = (db, query) => {
  const { from, until } = query;
  const found = db
    .selectFrom('reminders')
    .selectAll()
    .where((reminder) =>
      allOf(
        within(reminder.ref('unitId'), query.scope),
        oneOf(reminder.ref('unitId'), query.unitIds),
        equals(reminder.ref('subjectId'), query.subjectId),
        equals(reminder.ref('type'), query.type),
        from === undefined ? undefined : reminder('recordedAt', '>=', startOf(from)),
        until === undefined ? undefined : reminder('recordedAt', '<', startOf(addDays(until, 1))),
      ),
    );
  return pageOf(found, query, (reminder) => [{ by: reminder.ref('position'), descending: true }]);
};

/** The instant at which a day begins in Vietnam. */
const startOf = (date: string): string => `${addDays(date, -1)}T17:00:00.000Z`;
