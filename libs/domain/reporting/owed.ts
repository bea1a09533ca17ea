import { awaitedOf, personsOf } from '../kernel/index.ts';
import type { Actor, Awaited, LocalDate, Recorded, Role, Waits } from '../kernel/index.ts';
import type { DutyKind } from '../regulation/events.ts';
import type { ReportEvent, ReportKind } from './events.ts';
import { rights } from './rights.ts';
import { statusAfter, type ReportState, type transitions } from './state.ts';
import { isOneOf, OWED, type ReportStatusName } from './status.ts';

/** The day by which a report is to be handed in; undefined when nothing is owed. */
export const dueBy = (state: ReportState): LocalDate | undefined =>
  state.status !== 'NONE' && isOneOf(OWED, state.status) ? state.dueOn : undefined;

/** The day by which it is owed after an event, `before` being the day until then; undefined once nothing is owed. */
export const dueOnAfter = (event: ReportEvent, before: LocalDate | undefined): LocalDate | undefined => {
  if ('dueOn' in event.data) return event.data.dueOn;
  return statusAfter[event.type] === 'same' ? before : undefined;
};

/** Who does the work in the unit that owes it: its officer, or the officer of its standing body. */
export const ownerRole = (
  kind: DutyKind,
  report: ReportKind | undefined,
): Extract<Role, 'UNIT_OFFICER' | 'STANDING_BODY_OFFICER'> =>
  kind === 'APPRAISAL' || report === 'CONSOLIDATED' ? 'STANDING_BODY_OFFICER' : 'UNIT_OFFICER';

const EXAMINED = {
  SUBMITTED: ['ApproveReport'],
  APPROVED: [],
  CONSOLIDATED: [],
  CLOSED: [],
  EXCUSED: [],
} as const;

const WAITS = {
  OWN: { OPEN: ['SubmitReport'], REVISION_REQUESTED: ['SubmitReport'], ...EXAMINED },
  CONSOLIDATED: {
    OPEN: ['ConsolidateReports', 'SubmitReport'],
    REVISION_REQUESTED: ['ConsolidateReports', 'SubmitReport'],
    ...EXAMINED,
  },
} as const satisfies Readonly<Record<ReportKind, Waits<typeof transitions, ReportStatusName>>>;

/** A command a report may wait for. */
export type AwaitedCommand = (typeof WAITS)[ReportKind][ReportStatusName][number];

/** What is remembered of a report to tell what it waits for, as one learns it who only sees the events go by. */
export interface Waiting {
  /** Who may not examine it: everybody who submitted it. */
  readonly submittedBy: readonly string[];
  /** This version was made of others. */
  readonly consolidated: boolean;
}

export const NOTHING_WAITS: Waiting = { submittedBy: [], consolidated: false };

/**
 * What a report waits for in a status. Of those who may hand it in, the unit's own people are asked for its own report,
 * and its standing body for one that is made of others: made once one of those is approved, and handed in once it is made.
 */
export const awaitedIn = (
  status: ReportStatusName,
  kind: ReportKind,
  { submittedBy, consolidated }: Waiting,
): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf<AwaitedCommand>(WAITS[kind][status], {
    ...rights,
    SubmitReport: rights.SubmitReport.filter((role) => isOfBody(role) === isOfBody(ownerRole('REPORT', kind))),
  })
    .filter(({ command }) => command !== 'SubmitReport' || kind === 'OWN' || consolidated)
    .map((act) => ({
      ...act,
      ...(act.command === 'ConsolidateReports' && !consolidated ? { hangsOn: 'ONCE_THERE' } : {}),
      ...(act.command === 'ApproveReport' ? { besides: submittedBy } : {}),
    }));

/** What is remembered after an event. */
export const waitingAfter = (waiting: Waiting, { type, meta }: Recorded<ReportEvent>): Waiting => {
  if (type === 'ReportSubmitted')
    return { ...waiting, submittedBy: [...new Set([...waiting.submittedBy, ...personsOf(meta.actor)])] };
  if (type === 'ReportsConsolidated') return { ...waiting, consolidated: true };
  return type === 'ReportReopened' ? { ...waiting, consolidated: false } : waiting;
};

const isOfBody = (role: Actor['role']): boolean => role === 'STANDING_BODY_OFFICER';
