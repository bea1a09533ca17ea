import { reporting, type regulation } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** What was handed in, when and by whom. */
export interface HandedIn {
  readonly figures: reporting.Figures;
  readonly submittedOn: string;
  readonly submittedBy: string;
}

/** What one version of a report says; closed versions stay. */
export interface ReportVersion extends HandedIn {
  readonly version: number;
  readonly status: reporting.ReportStatusName;
  readonly locked: readonly string[];
  readonly narrative: string;
  readonly evidence: readonly { readonly evidenceId: string; readonly fileName: string }[];
  readonly workingDaysLate: number;
  /** What it said when it was handed in before and sent back, the first time first. */
  readonly earlier: readonly HandedIn[];
}

export interface Consolidation extends reporting.ReportsNamed {
  readonly version: number;
  readonly figures: reporting.Figures;
  readonly coverage: reporting.Coverage;
  readonly recordedAt: string;
}

/** What one unit owes for one period, and what became of it. */
export interface ReportRow {
  readonly id: string;
  readonly unitId: string;
  readonly receiverId: string;
  readonly kind: reporting.ReportKind;
  readonly periodKind: regulation.PeriodKind;
  readonly periodYear: number;
  readonly fromOn: string;
  readonly cutoff: string;
  readonly originalDueOn: string;
  readonly dueOn: string;
  readonly regulationId: string;
  readonly status: reporting.ReportStatusName;
  readonly version: number;
  readonly submittedOn: string | null;
  readonly workingDaysLate: number | null;
  readonly returned: readonly {
    readonly reason: string;
    readonly dueOn: string;
    readonly returnedBy: string;
    readonly recordedAt: string;
  }[];
  readonly extensions: readonly {
    readonly previousDueOn: string;
    readonly dueOn: string;
    readonly reason: string;
    readonly document: { readonly number: string; readonly issuedOn: string };
    readonly recordedAt: string;
  }[];
  readonly excuse: string | null;
  readonly consolidation: Consolidation | null;
  /** Those that were submitted, the latest last. */
  readonly versions: readonly ReportVersion[];
  readonly revision: number;
  readonly position: number;
}

const columns: TableSpec<ReportRow>['columns'] = {
  id: 'text',
  unitId: 'text',
  receiverId: 'text',
  kind: 'text',
  periodKind: 'text',
  periodYear: 'integer',
  fromOn: 'text',
  cutoff: 'text',
  originalDueOn: 'text',
  dueOn: 'text',
  regulationId: 'text',
  status: 'text',
  version: 'integer',
  submittedOn: 'text',
  workingDaysLate: 'integer',
  versions: 'json',
  returned: 'json',
  extensions: 'json',
  excuse: 'text',
  consolidation: 'json',
  revision: 'integer',
  position: 'double precision',
};

export const reports: TableSpec<ReportRow> = {
  name: 'reports',
  columns,
  key: ['id'],
  indexes: [
    '(unit_id, period_year, period_kind, kind)',
    '(receiver_id, period_year, period_kind)',
    '(period_year, period_kind, due_on, id)',
    '(due_on, id)',
    `(due_on, id) where status in ('${reporting.OWED.join("', '")}')`,
  ],
};

/** A report as one of its events left it. */
export interface ReportHistoryRow extends ReportRow {
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

/** Every report as it stood after each change: what makes as-of questions plain SQL. */
export const reportHistory: TableSpec<ReportHistoryRow> = {
  name: 'report_history',
  columns: { ...columns, effectiveOn: 'text', recordedAt: 'text' },
  key: ['id', 'position'],
  indexes: ['(unit_id, period_year, period_kind, kind)', '(period_year, period_kind)'],
  appendOnly: true,
};
