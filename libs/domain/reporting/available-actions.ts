import {
  availabilities,
  isAllowed,
  type Availability as Available,
  type Company,
  type LocalDate,
} from '../kernel/index.ts';
import type { Existing, Refusal } from './checks.ts';
import type { ChildReport, ReportCommand, ReportRejection } from './commands.ts';
import { ownReport } from './examining.ts';
import { notToRemind } from './obliging.ts';
import { BY_RECEIVER, rights } from './rights.ts';
import { notAsItStands, notToConsolidate, notToSubmit } from './submitting.ts';
import { transitions, wrongStatus } from './state.ts';

/** The commands a person can give. */
export type ActionType = Exclude<ReportCommand['type'], 'ObligeReport' | 'MarkConsolidated'>;

export type Availability = Available<ReportRejection>;

/**
 * What a person may do with a report now under the appointments that cover the unit for which it is done, and for what
 * they may not, why. What the report and those it is made of know is judged: a command may still be refused for its data.
 *
 * @param children of a consolidated report that is owed, the reports it is made of, as they stand now; undefined where they are not known.
 */
export const availableActions = (
  report: Existing,
  company: { readonly forUnit: Company; readonly forReceiver: Company },
  today: LocalDate,
  children?: readonly ChildReport[],
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, ReportRejection>(
    rights,
    (type) => (BY_RECEIVER.includes(type) ? company.forReceiver : company.forUnit),
    {
      status: (type) => (isAllowed(transitions, type, report.status) ? undefined : wrongStatus(report, { type })),
      standing: (type) => refusalOf(type, report, today, children),
      personal: (type, actor) => (BY_RECEIVER.includes(type) ? ownReport(actor, report) : undefined),
    },
  );

const refusalOf = (
  type: ActionType,
  report: Existing,
  today: LocalDate,
  children: readonly ChildReport[] | undefined,
): Refusal => {
  if (type === 'ConsolidateReports' && (report.kind === 'OWN' || children !== undefined))
    return notToConsolidate(report, children ?? []);
  if (type === 'OrderReminder') return notToRemind(report, today);
  if (type !== 'SubmitReport') return undefined;
  return notToSubmit(report, today) ?? (children && notAsItStands(report, children));
};
