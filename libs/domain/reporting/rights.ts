import type { Rights } from '../kernel/index.ts';
import type { ReportCommand } from './commands.ts';

/**
 * Who may, by role. Where: what the unit does (submit, consolidate) is done for the unit that owes the report; what the
 * receiver does (return, approve, close, reopen, excuse, extend, remind) is done for the unit that receives it.
 */
export const rights: Rights<ReportCommand> = {
  ObligeReport: ['SYSTEM'],
  SubmitReport: ['UNIT_OFFICER', 'UNIT_HEAD', 'STANDING_BODY_OFFICER'],
  ReturnReport: ['STANDING_BODY_OFFICER'],
  ApproveReport: ['STANDING_BODY_OFFICER'],
  ConsolidateReports: ['STANDING_BODY_OFFICER'],
  MarkConsolidated: ['SYSTEM'],
  CloseReport: ['STANDING_BODY_OFFICER'],
  ReopenReport: ['STANDING_BODY_OFFICER'],
  ExcuseReport: ['STANDING_BODY_OFFICER', 'SYSTEM'],
  ExtendReport: ['STANDING_BODY_OFFICER'],
  OrderReminder: ['STANDING_BODY_OFFICER'],
};

/** The commands that are done for the unit that receives the report. */
export const BY_RECEIVER: readonly ReportCommand['type'][] = [
  'ReturnReport',
  'ApproveReport',
  'CloseReport',
  'ReopenReport',
  'ExcuseReport',
  'ExtendReport',
  'OrderReminder',
];
