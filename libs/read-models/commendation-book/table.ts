import type { commendation, regulation } from '#domain';
import { inVietnamese, STAMP, type TableSpec } from '../tables/table.ts';

export type CommendationStatus =
  | 'PROPOSED'
  | 'RETURNED'
  | 'VERIFIED'
  | 'COUNCIL_REVIEWED'
  | 'SUBMITTED'
  | 'AWARDED'
  | 'NOT_AWARDED'
  | 'WITHDRAWN'
  | 'CANCELLED';

/** One line of the commendation book. */
export interface CommendationRow {
  readonly id: string;
  readonly unitId: string;
  readonly cycleId: string;
  readonly regulationId: string;
  readonly recipientType: commendation.RecipientType;
  readonly recipientName: string;
  readonly achievementKind: commendation.Achievement['kind'];
  /** The recognized model it rests on, if it does. */
  readonly registrationId: string | null;
  readonly description: string | null;
  readonly form: regulation.AwardForm;
  readonly scope: commendation.CommendationScope;
  readonly status: CommendationStatus;
  readonly proposedOn: string;
  readonly councilFavourable: boolean | null;
  readonly submittedTo: string | null;
  readonly dueOn: string | null;
  readonly decisionId: string | null;
  readonly documentNumber: string | null;
  readonly decidedOn: string | null;
  /** Why it was returned, withdrawn, refused; the legal ground when cancelled. */
  readonly reason: string | null;
  /** The model it rests on lost its recognition: to be looked at, or settled; null where it has not. */
  readonly achievementRevoked: 'PENDING' | 'SETTLED' | null;
  readonly statusSince: string;
  readonly revision: number;
  readonly position: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

export type CommendationTableRow = CommendationRow & { readonly folded: string; readonly words: string };

const columns: TableSpec<CommendationTableRow>['columns'] = {
  id: 'text',
  unitId: 'text',
  cycleId: 'text',
  regulationId: 'text',
  recipientType: 'text',
  recipientName: 'text',
  achievementKind: 'text',
  registrationId: 'text',
  description: 'text',
  form: 'text',
  scope: 'text',
  status: 'text',
  proposedOn: 'text',
  councilFavourable: 'boolean',
  submittedTo: 'text',
  dueOn: 'text',
  decisionId: 'text',
  documentNumber: 'text',
  decidedOn: 'text',
  reason: 'text',
  achievementRevoked: 'text',
  statusSince: 'text',
  ...STAMP,
  folded: 'text',
  words: 'tsvector',
};

export const commendations: TableSpec<CommendationTableRow> = {
  name: 'commendations',
  columns,
  key: ['id'],
  indexes: [
    '(cycle_id, unit_id, status)',
    '(unit_id, status)',
    '(registration_id)',
    '(status_since, id)',
    '(proposed_on, id)',
    `(${inVietnamese('recipient_name')}, id)`,
    'using gin (words)',
  ],
};

/** The book as it stood after each change. */
export const commendationHistory: TableSpec<CommendationTableRow> = {
  name: 'commendation_history',
  columns,
  key: ['id', 'position'],
  indexes: ['(registration_id)'],
  appendOnly: true,
};
