import type { reminding, regulation } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import type { ListQuery, Page } from '../paging/page.ts';

/** One thing that was done to remind somebody: the proof that a unit was reminded, or why it was not. */
export interface ReminderEntry {
  readonly eventId: string;
  readonly type: reminding.ReminderEvent['type'];
  readonly dutyId: string;
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
  readonly recordedAt: string;
  readonly position: number;
}

export interface ReminderQuery extends ListQuery {
  readonly unitIds?: readonly string[];
  readonly subjectId?: string;
  readonly type?: ReminderEntry['type'];
  /** Local dates; both ends belong to it. */
  readonly from?: string;
  readonly until?: string;
}

/** The newest first. */
export type ListReminders = (db: ReadModelsDb, query: ReminderQuery) => Promise<Page<ReminderEntry>>;
