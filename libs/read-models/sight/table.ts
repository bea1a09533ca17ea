import type { TableSpec } from '../tables/table.ts';

/** How somebody of an appraisal team stood after an event: named, with their interest declared, or taken off. */
export interface AppraiserRow {
  readonly registrationId: string;
  readonly personId: string;
  readonly position: number;
  readonly standing: 'NAMED' | 'IMPARTIAL' | 'CONFLICTED' | 'REMOVED';
}

export const appraisers: TableSpec<AppraiserRow> = {
  name: 'appraisers',
  columns: { registrationId: 'text', personId: 'text', position: 'double precision', standing: 'text' },
  key: ['registrationId', 'personId', 'position'],
  indexes: [],
  appendOnly: true,
};

/** A file that an event of a registration rests on. */
export interface EvidenceUseRow {
  readonly evidenceId: string;
  readonly position: number;
  readonly registrationId: string;
}

export const evidenceUses: TableSpec<EvidenceUseRow> = {
  name: 'evidence_uses',
  columns: { evidenceId: 'text', position: 'double precision', registrationId: 'text' },
  key: ['evidenceId', 'position'],
  indexes: [],
  appendOnly: true,
};
