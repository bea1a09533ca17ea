import { registration, type regulation } from '#domain';
import { inVietnamese, STAMP, type TableSpec } from '../tables/table.ts';

export type RegistrationStatus = Exclude<registration.Status, 'NONE'>;

/** The statuses a line can have: all but that of a registration nobody drafted. */
export const REGISTRATION_STATUSES: readonly RegistrationStatus[] = registration.STATUSES.filter(
  (status) => status !== 'NONE',
);

/** A value that a correction took the place of. */
interface CorrectedValue {
  readonly field: string;
  readonly first: string;
  readonly on: string;
}

/** One line of the register: a model in one cycle at one level. */
export interface RegistrationRow {
  readonly id: string;
  readonly modelId: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly name: string;
  readonly subjectType: regulation.SubjectType;
  readonly field: string;
  readonly programmeTags: readonly string[];
  readonly status: RegistrationStatus;
  readonly originKind: registration.Origin['kind'];
  readonly originId: string | null;
  /** Pinned when the registration is accepted. */
  readonly regulationId: string | null;
  readonly submittedOn: string | null;
  readonly registeredOn: string | null;
  readonly decidedOn: string | null;
  readonly decisionId: string | null;
  readonly documentNumber: string | null;
  readonly typical: boolean;
  /** What of the form was corrected since, and what it said first; `on` is the day of the correcting document. */
  readonly corrected: readonly CorrectedValue[];
  /** The model it continues or replicates lost its recognition: to be looked at, or settled; null where it has not. */
  readonly sourceRevoked: 'PENDING' | 'SETTLED' | null;
  /** The day that was set for what the present status waits for. */
  readonly dueOn: string | null;
  readonly statusSince: string;
  readonly returns: number;
  readonly revision: number;
  /** Envelope of the last event that changed this line. */
  readonly position: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

/** What search needs beside the line. */
interface SearchColumns {
  readonly lowered: string;
  readonly words: string;
}

export type RegistrationTableRow = RegistrationRow & SearchColumns;

const columns: TableSpec<RegistrationTableRow>['columns'] = {
  id: 'text',
  modelId: 'text',
  cycleId: 'text',
  unitId: 'text',
  name: 'text',
  subjectType: 'text',
  field: 'text',
  programmeTags: 'text[]',
  status: 'text',
  originKind: 'text',
  originId: 'text',
  regulationId: 'text',
  submittedOn: 'text',
  registeredOn: 'text',
  decidedOn: 'text',
  decisionId: 'text',
  documentNumber: 'text',
  typical: 'boolean',
  corrected: 'json',
  sourceRevoked: 'text',
  dueOn: 'text',
  statusSince: 'text',
  returns: 'integer',
  ...STAMP,
  lowered: 'text',
  words: 'tsvector',
};

export const registrations: TableSpec<RegistrationTableRow> = {
  name: 'registrations',
  columns,
  key: ['id'],
  indexes: [
    '(cycle_id, unit_id, status)',
    '(unit_id, status)',
    '(status_since, id)',
    '(status_since, id) where typical',
    `(${inVietnamese('name')}, id)`,
    '(due_on) where due_on is not null',
    '(model_id)',
    '(origin_id) where origin_id is not null',
    'using gin (words)',
  ],
};

/** The register as it stood after each change: what makes as-of questions plain SQL. */
export const registerHistory: TableSpec<RegistrationTableRow> = {
  name: 'register_history',
  columns,
  key: ['id', 'position'],
  indexes: ['(cycle_id, unit_id)'],
  appendOnly: true,
};
