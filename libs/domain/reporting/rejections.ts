// Why a command on a report is refused. Stable: the API answers them as `code`. No TSDoc: it would
// stand in the schema of every answer that names them.
export type ReportRejection =
  | 'role-not-allowed'
  /** params: status; NONE when there is no such report. */
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-past'
  | 'date-in-future'
  /** Before the period's cutoff there is nothing to report yet. params: cutoff. */
  | 'period-not-over'
  | 'evidence-unknown'
  | 'figure-unknown'
  | 'figure-invalid'
  | 'figure-required'
  /** A figure that the log knows, or a consolidation, cannot be typed. params: code, expected. */
  | 'figure-locked'
  /** params: code, expected, actual. */
  | 'figures-do-not-add-up'
  /** A consolidated report is submitted after it was consolidated. */
  | 'not-consolidated'
  /** A report in its total was returned or reopened since: it must be consolidated anew. params: count. */
  | 'consolidation-stale'
  /** Only the report a unit makes of others is consolidated. */
  | 'not-a-consolidated-report'
  /** Nothing below it has been approved yet. */
  | 'nothing-to-consolidate'
  /** Nobody approves or returns what they submitted themselves. */
  | 'own-report'
  | 'document-required'
  | 'not-an-extension';
