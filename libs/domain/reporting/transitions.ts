import { statusesAfter, type Transitions } from '../kernel/index.ts';
import type { ReportCommand } from './commands.ts';
import type { ReportEvent } from './events.ts';
import type { ReportState } from './state.ts';
import { OWED } from './status.ts';

/**
 * What each command may do to a report, and from which status. `decide` refuses everything else, but what the system asks
 * for a second time, which changes nothing. The state diagram is drawn from it. A report is closed without having gone into another one where nobody stands above, or where the
 * report above was submitted without it.
 */
export const transitions = {
  ObligeReport: { from: ['NONE'], events: { ReportObliged: 'OPEN' } },
  ConsolidateReports: { from: OWED, events: { ReportsConsolidated: 'same' } },
  SubmitReport: { from: OWED, events: { ReportSubmitted: 'SUBMITTED' } },
  ReturnReport: { from: ['SUBMITTED', 'APPROVED', 'CONSOLIDATED'], events: { ReportReturned: 'REVISION_REQUESTED' } },
  ApproveReport: { from: ['SUBMITTED'], events: { ReportApproved: 'APPROVED' } },
  MarkConsolidated: { from: ['APPROVED'], events: { ReportConsolidated: 'CONSOLIDATED' } },
  CloseReport: { from: ['APPROVED', 'CONSOLIDATED'], events: { ReportClosed: 'CLOSED' } },
  ReopenReport: { from: ['CLOSED'], events: { ReportReopened: 'OPEN' } },
  ExcuseReport: { from: OWED, events: { ReportExcused: 'EXCUSED' } },
  ExtendReport: { from: OWED, events: { ReportExtended: 'same' } },
} as const satisfies Transitions<ReportCommand, ReportEvent, ReportState>;

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
