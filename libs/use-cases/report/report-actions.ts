import { isAllowed, reporting, type Actor } from '#domain';
import type { OwedReport } from './owed-report.ts';

/** What people do with reports; the other commands are the system's. */
export type ReportAction = Exclude<reporting.ReportCommand['type'], 'ObligeReport' | 'MarkConsolidated'>;

export type ReportAvailability =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: reporting.ReportRejection };

const ACTIONS: readonly ReportAction[] = [
  'SubmitReport',
  'ReturnReport',
  'ApproveReport',
  'ConsolidateReports',
  'CloseReport',
  'ReopenReport',
  'ExcuseReport',
  'ExtendReport',
];

/**
 * What a person may do with a report now under the appointments that cover the unit for which it is done, and for what
 * they may not, why. Only what the report itself knows is judged: a command may still be refused for its data.
 */
export const reportActions = (
  report: OwedReport,
  actorsFor: (action: ReportAction) => readonly Actor[],
): Readonly<Record<ReportAction, ReportAvailability>> => {
  const entries = ACTIONS.map((action) => [action, availability(action, report, actorsFor(action))] as const);
  return Object.fromEntries(entries) as Record<ReportAction, ReportAvailability>;
};

const availability = (action: ReportAction, report: OwedReport, actors: readonly Actor[]): ReportAvailability => {
  const fitting = actors.filter(({ role }) => reporting.rights[action].includes(role));
  if (fitting.length === 0) return { allowed: false, reason: 'role-not-allowed' };
  const reasons = fitting.map(({ personId }) => refusal(action, report, personId));
  const reason = reasons.includes(undefined) ? undefined : reasons[0];
  return reason === undefined ? { allowed: true } : { allowed: false, reason };
};

const EXAMINING: readonly ReportAction[] = ['ReturnReport', 'ApproveReport'];

const refusal = (action: ReportAction, report: OwedReport, personId: string): reporting.ReportRejection | undefined => {
  const fits = isAllowed(reporting.transitions, action, report.status);
  if (!fits) return 'wrong-status';
  if (EXAMINING.includes(action) && report.submittedBy.includes(personId)) return 'own-report';
  if (action === 'ConsolidateReports' && report.kind === 'OWN') return 'not-a-consolidated-report';
  const unmade = report.kind === 'CONSOLIDATED' && report.consolidation === undefined;
  return action === 'SubmitReport' && unmade ? 'not-consolidated' : undefined;
};
