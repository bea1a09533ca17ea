import type { Role } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import type { Page, PageRequest, Scope } from '../paging/page.ts';
import type { AwaitedAct, TaskKind } from './table.ts';

export interface TaskQuery extends PageRequest {
  readonly personId: string;
  /** The roles in force, each with the units it covers. */
  readonly roles: readonly { readonly role: Role; readonly scope: Scope }[];
  readonly kind?: TaskKind;
  readonly cycleId?: string;
}

export interface Task<Act> {
  readonly kind: TaskKind;
  readonly id: string;
  readonly unitId: string;
  readonly cycleId: string | null;
  readonly title: string;
  readonly status: string;
  readonly since: string;
  readonly dueOn: string | null;
  /** What the asker may be expected to do. */
  readonly acts: readonly Act[];
}

/** What waits for a person, the longest-waiting first. */
export type ListTasks = (db: ReadModelsDb, query: TaskQuery) => Promise<Page<Task<AwaitedAct>>>;
