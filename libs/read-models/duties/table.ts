import type { regulation, reporting } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** The latest duty of one kind that a report or registration ever owed. */
export interface DutyRow {
  readonly subjectId: string;
  readonly kind: regulation.DutyKind;
  readonly dutyId: string;
  /** Which one of its kind it is for the subject, from 1. */
  readonly nth: number;
  /** False once it is done. */
  readonly open: boolean;
  /** Null where the cycle's deadline counts, whatever it is moved to. */
  readonly dueOn: string | null;
  readonly originalDueOn: string | null;
  readonly since: string;
  /** Null where the registration's unit owes it. */
  readonly unitId: string | null;
  /** Null where the cycle's regulation counts. */
  readonly regulationId: string | null;
  /** When somebody last had it reminded of at once; null until then. */
  readonly orderedAt: string | null;
  /** What a report's duty must tell besides. */
  readonly report: DutyReport | null;
}

export interface DutyReport {
  readonly kind: reporting.ReportKind;
  readonly period: reporting.ReportingPeriod;
  readonly receiverId: string;
}

export const duties: TableSpec<DutyRow> = {
  name: 'duties',
  columns: {
    subjectId: 'text',
    kind: 'text',
    dutyId: 'text',
    nth: 'integer',
    open: 'boolean',
    dueOn: 'text',
    originalDueOn: 'text',
    since: 'text',
    unitId: 'text',
    regulationId: 'text',
    orderedAt: 'text',
    report: 'json',
  },
  key: ['subjectId', 'kind'],
  indexes: [
    '(kind, due_on, duty_id) where open',
    '(duty_id) where open',
    '(duty_id) where open and ordered_at is not null',
  ],
};

/** The registrations duties are owed for. */
export interface DutySubjectRow {
  readonly id: string;
  readonly unitId: string;
  readonly cycleId: string;
  readonly title: string;
}

export const dutySubjects: TableSpec<DutySubjectRow> = {
  name: 'duty_subjects',
  columns: { id: 'text', unitId: 'text', cycleId: 'text', title: 'text' },
  key: ['id'],
  indexes: [],
};

/** The deadlines duties follow, as they stand and as they were first set. */
export interface DutyCycleRow {
  readonly id: string;
  readonly regulationId: string;
  readonly open: boolean;
  readonly registrationDueOn: string;
  readonly registrationOriginal: string;
  /** When the deadline was last moved; null while it is the first. */
  readonly registrationMovedAt: string | null;
  readonly dossierDueOn: string;
  readonly dossierOriginal: string;
  readonly dossierMovedAt: string | null;
}

export const dutyCycles: TableSpec<DutyCycleRow> = {
  name: 'duty_cycles',
  columns: {
    id: 'text',
    regulationId: 'text',
    open: 'boolean',
    registrationDueOn: 'text',
    registrationOriginal: 'text',
    registrationMovedAt: 'text',
    dossierDueOn: 'text',
    dossierOriginal: 'text',
    dossierMovedAt: 'text',
  },
  key: ['id'],
  indexes: [],
};
