import type { ReadModelsDb } from '../database.ts';
import type { ListQuery, Page } from '../paging/page.ts';
import type { ReminderEntry } from './table.ts';

export type { ReminderEntry };

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
