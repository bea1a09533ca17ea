import { availabilities, isAllowed, reject, type Actor, type Availability as Available } from '../kernel/index.ts';
import type { Existing, Refusal } from './checks.ts';
import type { ReportCommand, ReportRejection } from './commands.ts';
import { ownReport } from './examining.ts';
import { BY_RECEIVER, rights } from './rights.ts';
import { notConsolidated, notOfOthers } from './submitting.ts';
import { transitions } from './state.ts';

/** The commands a person can give. */
export type ActionType = Exclude<ReportCommand['type'], 'ObligeReport' | 'MarkConsolidated'>;

export type Availability = Available<ReportRejection>;

/**
 * What a person may do with a report now under the appointments that cover the unit for which it is done, and for what
 * they may not, why. Only what the report itself knows is judged: a command may still be refused for its data.
 */
export const availableActions = (
  report: Existing,
  actors: { readonly forUnit: readonly Actor[]; readonly forReceiver: readonly Actor[] },
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, ReportRejection>(
    rights,
    (type) => (BY_RECEIVER.includes(type) ? actors.forReceiver : actors.forUnit),
    (type, actor) => refusalOf(type, report, actor),
  );

const refusalOf = (type: ActionType, report: Existing, actor: Actor): Refusal => {
  if (!isAllowed(transitions, type, report.status)) return reject('wrong-status');
  if (BY_RECEIVER.includes(type)) return ownReport(actor, report);
  if (type === 'ConsolidateReports') return notOfOthers(report);
  return type === 'SubmitReport' ? notConsolidated(report) : undefined;
};
