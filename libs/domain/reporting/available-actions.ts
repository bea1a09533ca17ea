import {
  availabilities,
  isAllowed,
  type Availability as Available,
  type Company,
  type LocalDate,
} from '../kernel/index.ts';
import type { Existing, Refusal } from './checks.ts';
import type { ReportCommand, ReportRejection } from './commands.ts';
import { ownReport } from './examining.ts';
import { BY_RECEIVER, rights } from './rights.ts';
import { notOfOthers, notToSubmit } from './submitting.ts';
import { transitions, wrongStatus } from './state.ts';

/** The commands a person can give. */
export type ActionType = Exclude<ReportCommand['type'], 'ObligeReport' | 'MarkConsolidated'>;

export type Availability = Available<ReportRejection>;

/**
 * What a person may do with a report now under the appointments that cover the unit for which it is done, and for what
 * they may not, why. Only what the report itself knows is judged: a command may still be refused for its data.
 */
export const availableActions = (
  report: Existing,
  company: { readonly forUnit: Company; readonly forReceiver: Company },
  today: LocalDate,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, ReportRejection>(
    rights,
    (type) => (BY_RECEIVER.includes(type) ? company.forReceiver : company.forUnit),
    {
      standing: (type) => refusalOf(type, report, today),
      personal: (type, actor) => (BY_RECEIVER.includes(type) ? ownReport(actor, report) : undefined),
    },
  );

const refusalOf = (type: ActionType, report: Existing, today: LocalDate): Refusal => {
  if (!isAllowed(transitions, type, report.status)) return wrongStatus(report, { type });
  if (type === 'ConsolidateReports') return notOfOthers(report);
  return type === 'SubmitReport' ? notToSubmit(report, today) : undefined;
};
