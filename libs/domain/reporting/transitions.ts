/**
 * What each command may do to a report, and from which status: `decide` refuses everything else, and the state diagram
 * is drawn from it. A report is closed without having gone into another one where nobody stands above, or where the
 * report above was submitted without it.
 */
export const transitions = [
  { command: 'ObligeReport', event: 'ReportObliged', from: 'NONE', to: 'OPEN' },
  { command: 'ConsolidateReports', event: 'ReportsConsolidated', from: 'OPEN', to: 'OPEN' },
  {
    command: 'ConsolidateReports',
    event: 'ReportsConsolidated',
    from: 'REVISION_REQUESTED',
    to: 'REVISION_REQUESTED',
  },
  { command: 'SubmitReport', event: 'ReportSubmitted', from: 'OPEN', to: 'SUBMITTED' },
  { command: 'SubmitReport', event: 'ReportSubmitted', from: 'REVISION_REQUESTED', to: 'SUBMITTED' },
  { command: 'ReturnReport', event: 'ReportReturned', from: 'SUBMITTED', to: 'REVISION_REQUESTED' },
  { command: 'ReturnReport', event: 'ReportReturned', from: 'APPROVED', to: 'REVISION_REQUESTED' },
  { command: 'ReturnReport', event: 'ReportReturned', from: 'CONSOLIDATED', to: 'REVISION_REQUESTED' },
  { command: 'ApproveReport', event: 'ReportApproved', from: 'SUBMITTED', to: 'APPROVED' },
  { command: 'MarkConsolidated', event: 'ReportConsolidated', from: 'APPROVED', to: 'CONSOLIDATED' },
  { command: 'CloseReport', event: 'ReportClosed', from: 'APPROVED', to: 'CLOSED' },
  { command: 'CloseReport', event: 'ReportClosed', from: 'CONSOLIDATED', to: 'CLOSED' },
  { command: 'ReopenReport', event: 'ReportReopened', from: 'CLOSED', to: 'OPEN' },
  { command: 'ExcuseReport', event: 'ReportExcused', from: 'OPEN', to: 'EXCUSED' },
  { command: 'ExcuseReport', event: 'ReportExcused', from: 'REVISION_REQUESTED', to: 'EXCUSED' },
  { command: 'ExtendReport', event: 'ReportExtended', from: 'OPEN', to: 'OPEN' },
  { command: 'ExtendReport', event: 'ReportExtended', from: 'REVISION_REQUESTED', to: 'REVISION_REQUESTED' },
] as const;
