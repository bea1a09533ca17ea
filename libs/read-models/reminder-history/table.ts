import type { TableSpec } from '../tables/table.ts';
import type { ReminderEntry } from './queries.port.ts';

export type ReminderRow = ReminderEntry;

/** Everything that was done to remind somebody. Never changed. */
export const reminders: TableSpec<ReminderRow> = {
  name: 'reminders',
  columns: {
    eventId: 'text',
    type: 'text',
    dutyId: 'text',
    kind: 'text',
    subjectId: 'text',
    unitId: 'text',
    dueOn: 'text',
    rungs: 'text[]',
    recipient: 'text',
    personId: 'text',
    channel: 'text',
    messageId: 'text',
    cause: 'text',
    recordedAt: 'text',
    position: 'double precision',
  },
  key: ['position'],
  indexes: ['(unit_id, position)', '(subject_id, position)', '(recorded_at)'],
  appendOnly: true,
};
