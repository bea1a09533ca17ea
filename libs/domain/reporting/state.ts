import { evolveBy, localDateOf, personsOf, statusesAfter, wrongStatusIn } from '../kernel/index.ts';
import type { In, Instant, LocalDate, Recorded, Transitions } from '../kernel/index.ts';
import type { ReportCommand } from './commands.ts';
import type { ReportEvent, ReportsNamed } from './events.ts';
import { OWED } from './status.ts';

type DataOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { readonly type: Type }>['data'];

/** All that a CONSOLIDATED report is made of. */
export type LastConsolidation = Omit<DataOf<'ReportsConsolidated'>, 'reportId' | keyof ReportsNamed> & ReportsNamed;

/** A consolidation that also names what one more event does. */
export const continued = <Consolidation extends ReportsNamed>(
  consolidation: Consolidation,
  { included, missing }: ReportsNamed,
): Consolidation => ({
  ...consolidation,
  included: [...consolidation.included, ...included],
  missing: [...consolidation.missing, ...missing],
});

/** What was handed in last. */
export type Submission = Omit<DataOf<'ReportSubmitted'>, 'reportId'> & { readonly submittedOn: LocalDate };

/** That somebody had the unit reminded at once. */
export interface OrderedReminder {
  readonly orderedAt: Instant;
  readonly orderedBy: string;
  readonly note?: string;
}

interface Owed extends Omit<DataOf<'ReportObliged'>, 'dueOn'> {
  /** Set once, when it was obliged. */
  readonly originalDueOn: LocalDate;
  /** The day that counts: the original one unless it was extended, returned or reopened. */
  readonly dueOn: LocalDate;
  /** 1 until it is reopened. */
  readonly version: number;
  readonly closedVersions: readonly number[];
  /** Everybody who ever submitted it, and those for whom they acted. */
  readonly submittedBy: readonly string[];
  /** The last one of this version. */
  readonly consolidation?: LastConsolidation;
  /** The last reminder that was ordered of what is owed now; what is owed anew was not reminded of. */
  readonly reminder?: OrderedReminder;
}

interface Submitted extends Owed {
  readonly submission: Submission;
}

export type ReportState =
  | { readonly status: 'NONE' }
  | In<'OPEN', Owed>
  | In<'SUBMITTED' | 'REVISION_REQUESTED' | 'APPROVED' | 'CLOSED', Submitted>
  | In<'CONSOLIDATED', Submitted & { readonly intoReportId: string }>
  | In<'EXCUSED', Owed & { readonly excuse: string }>;

export const initial: ReportState = { status: 'NONE' };

/**
 * What each command may do to a report, and from which status. `decide` refuses everything else, but what the system
 * asks for a second time, which changes nothing. The state diagram is drawn from it. A report is closed without having
 * gone into another one where nobody stands above, or where the report above was submitted without it.
 */
export const transitions = {
  ObligeReport: { from: ['NONE'], events: { ReportObliged: 'OPEN' } },
  ConsolidateReports: { from: OWED, events: { ReportsConsolidated: 'same', ConsolidationContinued: 'same' } },
  SubmitReport: { from: OWED, events: { ReportSubmitted: 'SUBMITTED' } },
  ReturnReport: { from: ['SUBMITTED', 'APPROVED', 'CONSOLIDATED'], events: { ReportReturned: 'REVISION_REQUESTED' } },
  ApproveReport: { from: ['SUBMITTED'], events: { ReportApproved: 'APPROVED' } },
  MarkConsolidated: { from: ['APPROVED'], events: { ReportConsolidated: 'CONSOLIDATED' } },
  CloseReport: { from: ['APPROVED', 'CONSOLIDATED'], events: { ReportClosed: 'CLOSED' } },
  ReopenReport: { from: ['CLOSED'], events: { ReportReopened: 'OPEN' } },
  ExcuseReport: { from: OWED, events: { ReportExcused: 'EXCUSED' } },
  ExtendReport: { from: OWED, events: { ReportExtended: 'same' } },
  OrderReminder: { from: OWED, events: { ReminderOrdered: 'same' } },
} as const satisfies Transitions<ReportCommand, ReportEvent, ReportState>;

export const wrongStatus = wrongStatusIn('report', transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);

export const evolve = evolveBy<ReportState, Recorded<ReportEvent>, typeof transitions>(transitions, {
  ReportObliged: (_, { data: { dueOn, ...data } }) => ({
    ...data,
    originalDueOn: dueOn,
    dueOn,
    version: 1,
    closedVersions: [],
    submittedBy: [],
  }),
  ReportSubmitted: (state, { data, meta }) => ({
    ...state,
    submission: { ...data, submittedOn: localDateOf(meta.recordedAt) },
    submittedBy: [...state.submittedBy, ...personsOf(meta.actor)],
  }),
  ReportsConsolidated: (state, { data }) => ({ ...state, consolidation: data }),
  ConsolidationContinued: (state, { data }) =>
    state.consolidation === undefined ? state : { ...state, consolidation: continued(state.consolidation, data) },
  ReportReturned: (state, { data: { dueOn } }) => ({ ...owedOf(state), submission: state.submission, dueOn }),
  ReportApproved: (state) => state,
  ReportConsolidated: (state, { data: { intoReportId } }) => ({ ...state, intoReportId }),
  ReportClosed: (state, { data }) => ({
    ...owedOf(state),
    submission: state.submission,
    closedVersions: [...state.closedVersions, data.version],
  }),
  // A new version is consolidated anew.
  ReportReopened: ({ consolidation: _, ...state }, { data: { version, dueOn } }) => ({
    ...owedOf(state),
    version,
    dueOn,
  }),
  ReportExtended: (state, { data: { dueOn } }) => ({ ...state, dueOn }),
  ReminderOrdered: (state, { data: { note }, meta: { recordedAt, actor } }) => ({
    ...state,
    reminder: { orderedAt: recordedAt, orderedBy: actor.personId, ...(note === undefined ? {} : { note }) },
  }),
  ReportExcused: (state, { data: { reason } }) => ({ ...owedOf(state), excuse: reason }),
});

const owedOf = (state: Owed): Owed => ({
  reportId: state.reportId,
  unitId: state.unitId,
  kind: state.kind,
  period: state.period,
  from: state.from,
  cutoff: state.cutoff,
  receiverId: state.receiverId,
  regulationId: state.regulationId,
  originalDueOn: state.originalDueOn,
  dueOn: state.dueOn,
  version: state.version,
  closedVersions: state.closedVersions,
  submittedBy: state.submittedBy,
  ...(state.consolidation === undefined ? {} : { consolidation: state.consolidation }),
});
