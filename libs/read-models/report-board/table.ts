import type { regulation, reporting } from '#domain';
import type { TableSpec } from '../tables/table.ts';
import type { ReportDetail, ReportVersion } from './queries.port.ts';

/** What one unit owes for one period, and what became of it. */
export interface ReportRow extends Pick<
  ReportDetail,
  'returned' | 'extensions' | 'excuse' | 'consolidation' | 'submittedOn' | 'workingDaysLate'
> {
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
  /** Those that were submitted, the latest last. */
  readonly versions: readonly ReportVersion[];
  readonly revision: number;
  readonly position: number;
}

export const reports: TableSpec<ReportRow> = {
  name: 'reports',
  columns: {
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
  },
  key: ['id'],
  indexes: [
    '(unit_id, period_year, period_kind, kind)',
    '(receiver_id, period_year, period_kind)',
    '(period_year, period_kind, due_on, id)',
    '(due_on, id)',
    `(due_on, id) where status in ('OPEN', 'REVISION_REQUESTED')`,
  ],
};
