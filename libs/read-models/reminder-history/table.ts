import type { reminding, regulation } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** One thing that was done to remind somebody: the proof that a unit was reminded, or why it was not. */
export interface ReminderEntry {
  readonly eventId: string;
  readonly type: reminding.ReminderEvent['type'] | 'ReminderOrdered';
  /** Null for an order: it is about whatever is owed then. */
  readonly dutyId: string | null;
  readonly kind: regulation.DutyKind;
  readonly subjectId: string;
  readonly unitId: string;
  readonly dueOn: string;
  readonly rungs: readonly string[];
  readonly recipient: regulation.RungRecipient | null;
  readonly personId: string | null;
  readonly channel: reminding.Channel | null;
  readonly messageId: string | null;
  readonly cause: reminding.FailureCause | null;
  /** Who had the unit reminded at once, and what the unit was told besides. */
  readonly orderedBy: string | null;
  readonly note: string | null;
  readonly recordedAt: string;
  readonly position: number;
}

/** Everything that was done to remind somebody. Never changed. */
export const reminders: TableSpec<ReminderEntry> = {
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
    orderedBy: 'text',
    note: 'text',
    recordedAt: 'text',
    position: 'double precision',
  },
  key: ['position'],
  indexes: ['(unit_id, position)', '(subject_id, position)', '(recorded_at)'],
  appendOnly: true,
};
