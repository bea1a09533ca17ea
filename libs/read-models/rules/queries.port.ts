import type { ReadModelsDb } from '../database.ts';
import type { Page, PageRequest } from '../paging/page.ts';
import type { CycleRow, RegulationRow } from './table.ts';

interface CycleQuery extends PageRequest {
  readonly status?: CycleRow['status'];
  readonly year?: number;
}

export type ListCycles = (db: ReadModelsDb, query: CycleQuery) => Promise<Page<CycleRow>>;

export type GetCycle = (db: ReadModelsDb, query: { readonly id: string }) => Promise<CycleRow | undefined>;

export type RegulationItem = Omit<RegulationRow, 'content' | 'warnings'>;

interface RegulationQuery extends PageRequest {
  readonly status?: RegulationRow['status'];
}

export type ListRegulations = (db: ReadModelsDb, query: RegulationQuery) => Promise<Page<RegulationItem>>;

/** What every regulation says, drafts too: few, however many reports there are. */
export type ListRegulationContents = (db: ReadModelsDb) => Promise<readonly Pick<RegulationRow, 'id' | 'content'>[]>;

export type GetRegulation = (db: ReadModelsDb, query: { readonly id: string }) => Promise<RegulationRow | undefined>;
