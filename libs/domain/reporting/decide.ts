import { accept, decideBy } from '../kernel/index.ts';
import type { ReportCommand, ReportRejection } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { approve, close, markConsolidated, reopen, sendBack } from './examining.ts';
import { excuse, extend, oblige, orderReminder } from './obliging.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, wrongStatus, type ReportState } from './state.ts';
import { consolidate, submit } from './submitting.ts';

/** Decides a command on a report. */
export const decide = decideBy<ReportCommand, ReportEvent, ReportState, ReportRejection, typeof transitions>({
  rights,
  transitions,
  before: (command, state) => (nothingToDo(command, state) ? accept() : undefined),
  notAllowed: wrongStatus,
  decisions: {
    ObligeReport: oblige,
    SubmitReport: submit,
    ReturnReport: sendBack,
    ApproveReport: approve,
    ConsolidateReports: consolidate,
    MarkConsolidated: markConsolidated,
    CloseReport: close,
    ReopenReport: reopen,
    ExcuseReport: excuse,
    ExtendReport: extend,
    OrderReminder: orderReminder,
  },
});

/** Stream `report-<reportId>`. */
export const decider = { initial, evolve, decide };

/** What the system asks for may come twice, or late: a report that went on meanwhile stays as it is. */
const nothingToDo = (command: ReportCommand, state: ReportState): boolean => {
  if (command.type === 'ObligeReport') return state.status !== 'NONE';
  if (command.type === 'MarkConsolidated') return state.status !== 'APPROVED' || state.version !== command.data.version;
  return false;
};
