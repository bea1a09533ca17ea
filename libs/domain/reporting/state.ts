import { localDateOf, personsOf } from '../kernel/index.ts';
import type { LocalDate, Recorded } from '../kernel/index.ts';
import type { ReportEvent } from './events.ts';

type Event<Type extends ReportEvent['type']> = Extract<Recorded<ReportEvent>, { readonly type: Type }>;
type DataOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { readonly type: Type }>['data'];

/** What a CONSOLIDATED report is made of. */
export type LastConsolidation = Omit<DataOf<'ReportsConsolidated'>, 'reportId'>;

/** What was handed in last. */
export type Submission = Omit<DataOf<'ReportSubmitted'>, 'reportId'> & { readonly submittedOn: LocalDate };

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
}

interface Submitted extends Owed {
  readonly submission: Submission;
}

/** One member per status, so that a status narrows to its own. */
type In<Status extends string, Data> = Status extends string ? { readonly status: Status } & Data : never;

export type ReportState =
  | { readonly status: 'NONE' }
  | In<'OPEN', Owed>
  | In<'SUBMITTED' | 'REVISION_REQUESTED' | 'APPROVED' | 'CLOSED', Submitted>
  | In<'CONSOLIDATED', Submitted & { readonly intoReportId: string }>
  | In<'EXCUSED', Owed & { readonly excuse: string }>;

export type ReportStatus = ReportState['status'];

export const initial: ReportState = { status: 'NONE' };

/** Never fails, whatever the status: what the log holds was decided. */
export const evolve = (state: ReportState, event: Recorded<ReportEvent>): ReportState => {
  if (event.type === 'ReportObliged') return state.status === 'NONE' ? obliged(event) : state;
  if (state.status === 'NONE') return state;
  const owed = owedOf(state);
  switch (event.type) {
    case 'ReportSubmitted':
      return submitted(owed, event);
    case 'ReportsConsolidated':
      return { ...state, consolidation: event.data };
    case 'ReportExtended':
      return { ...state, dueOn: event.data.dueOn };
    case 'ReportReopened':
      return reopened(owed, event);
    case 'ReportExcused':
      return { ...owed, status: 'EXCUSED', excuse: event.data.reason };
    case 'ReportReturned':
    case 'ReportApproved':
    case 'ReportConsolidated':
    case 'ReportClosed':
      return 'submission' in state ? examined({ ...owed, submission: state.submission }, event) : state;
  }
};

const obliged = ({ data: { dueOn, ...data } }: Event<'ReportObliged'>): ReportState => ({
  ...data,
  status: 'OPEN',
  originalDueOn: dueOn,
  dueOn,
  version: 1,
  closedVersions: [],
  submittedBy: [],
});

const submitted = (owed: Owed, { data, meta }: Event<'ReportSubmitted'>): ReportState => ({
  ...owed,
  status: 'SUBMITTED',
  submission: { ...data, submittedOn: localDateOf(meta.recordedAt) },
  submittedBy: [...owed.submittedBy, ...personsOf(meta.actor)],
});

const examined = (
  report: Submitted,
  event: Event<'ReportReturned' | 'ReportApproved' | 'ReportConsolidated' | 'ReportClosed'>,
): ReportState => {
  switch (event.type) {
    case 'ReportReturned':
      return { ...report, status: 'REVISION_REQUESTED', dueOn: event.data.dueOn };
    case 'ReportApproved':
      return { ...report, status: 'APPROVED' };
    case 'ReportConsolidated':
      return { ...report, status: 'CONSOLIDATED', intoReportId: event.data.intoReportId };
    case 'ReportClosed':
      return { ...report, status: 'CLOSED', closedVersions: [...report.closedVersions, event.data.version] };
  }
};

/** A new version is consolidated anew. */
const reopened = ({ consolidation: _, ...owed }: Owed, { data }: Event<'ReportReopened'>): ReportState => ({
  ...owed,
  status: 'OPEN',
  version: data.version,
  dueOn: data.dueOn,
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
