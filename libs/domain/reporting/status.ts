/** The life of a report that was obliged. */
export const REPORT_STATUSES = [
  'OPEN',
  'SUBMITTED',
  'REVISION_REQUESTED',
  'APPROVED',
  'CONSOLIDATED',
  'CLOSED',
  'EXCUSED',
] as const;
export type ReportStatusName = (typeof REPORT_STATUSES)[number];

/** To be handed in: for the first time, or again. */
export const OWED = ['OPEN', 'REVISION_REQUESTED'] as const satisfies readonly ReportStatusName[];

/** Found good by the receiver: the figures count in totals. */
export const COUNTED = ['APPROVED', 'CONSOLIDATED', 'CLOSED'] as const satisfies readonly ReportStatusName[];

/** Handed in, and not asked for again. */
export const HANDED_IN = ['SUBMITTED', ...COUNTED] as const satisfies readonly ReportStatusName[];

/** Whether a status is one of several. */
export const isOneOf = <Status extends ReportStatusName>(
  statuses: readonly Status[],
  status: ReportStatusName,
): status is Status => statuses.some((each) => each === status);
