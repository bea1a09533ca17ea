import type { ReadModelsDb } from '../database.ts';
import type { ListQuery, Page, Scope } from '../paging/page.ts';
import type { CommendationRow, CommendationStatus } from './table.ts';

interface CommendationQuery extends ListQuery {
  readonly q?: string;
  readonly cycleId?: string;
  readonly unitIds?: readonly string[];
  readonly status?: readonly CommendationStatus[];
  readonly recipientType?: string;
  readonly commendationScope?: string;
  readonly form?: string;
  readonly registrationId?: string;
}

export type ListCommendations = (db: ReadModelsDb, query: CommendationQuery) => Promise<Page<CommendationRow>>;

export type GetCommendation = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope },
) => Promise<CommendationRow | undefined>;
