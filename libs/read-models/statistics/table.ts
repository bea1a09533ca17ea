import type { TableSpec } from '../tables/table.ts';

/** What can be counted. Each is an act with a date, never a status: a later act does not take it back. */
export type FactKind =
  | 'REGISTERED'
  | 'RECOGNIZED'
  | 'REFUSED'
  | 'REVOKED'
  | 'TYPICAL'
  | 'PROPOSED'
  | 'COMMENDED'
  | 'COMMENDATION_REFUSED'
  | 'COMMENDATION_CANCELLED'
  | 'REPLICATED';

/** What a later fact about the same registration or commendation needs to know; no question is asked of it. */
export interface FactSubjectRow {
  readonly id: string;
  readonly modelId: string | null;
  readonly unitId: string;
  readonly cycleId: string;
  readonly subjectType: string | null;
  readonly field: string | null;
  readonly programmeTags: readonly string[];
  readonly recipientType: string | null;
  readonly scope: string | null;
  readonly form: string | null;
}

const SUBJECT: Omit<TableSpec<FactSubjectRow>['columns'], 'id'> = {
  modelId: 'text',
  unitId: 'text',
  cycleId: 'text',
  subjectType: 'text',
  field: 'text',
  programmeTags: 'text[]',
  recipientType: 'text',
  scope: 'text',
  form: 'text',
};

export const factSubjects: TableSpec<FactSubjectRow> = {
  name: 'fact_subjects',
  columns: { id: 'text', ...SUBJECT },
  key: ['id'],
  indexes: [],
};

/** One countable act, with everything it can be grouped by, as it was on the day of the act. Never changed. */
export interface FactRow extends Omit<FactSubjectRow, 'id'> {
  readonly position: number;
  readonly kind: FactKind;
  /** The registration or commendation it happened to. */
  readonly subjectId: string;
  readonly decisionId: string | null;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

/** The field of a model was corrected: from then on, what was counted counts in the new one. Never changed. */
export interface FieldCorrectionRow {
  readonly position: number;
  readonly subjectId: string;
  readonly field: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

export const fieldCorrections: TableSpec<FieldCorrectionRow> = {
  name: 'field_corrections',
  columns: {
    position: 'double precision',
    subjectId: 'text',
    field: 'text',
    effectiveOn: 'text',
    recordedAt: 'text',
  },
  key: ['position'],
  indexes: ['(subject_id, position)'],
  appendOnly: true,
};

export const facts: TableSpec<FactRow> = {
  name: 'facts',
  columns: {
    position: 'double precision',
    kind: 'text',
    subjectId: 'text',
    ...SUBJECT,
    decisionId: 'text',
    effectiveOn: 'text',
    recordedAt: 'text',
  },
  key: ['position'],
  indexes: ['(cycle_id, kind, unit_id)', '(subject_id, kind)', '(unit_id, effective_on, kind)'],
  appendOnly: true,
};
