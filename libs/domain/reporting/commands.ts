import type { WorkingCalendar } from '../calendar/index.ts';
import type { Command, DocumentCitation, EvidenceFacts, LocalDate } from '../kernel/index.ts';
import type { FigureDefinition } from '../regulation/events.ts';
import type { Coverage, Figures, ReportEvent } from './events.ts';
import type { ReportStatusName } from './status.ts';

type Obliged = Extract<ReportEvent, { readonly type: 'ReportObliged' }>['data'];

/** By the system, for each unit obliged by the regulation in force: see `obligationsOf`. */
export type ObligeReport = Command<'ObligeReport', Obliged>;

export type SubmitReport = Command<
  'SubmitReport',
  {
    /** The figures that are typed; one that is known may be repeated, but not changed. */
    readonly figures: Figures;
    readonly narrative: string;
    readonly evidenceIds: readonly string[];
  },
  EvidenceFacts & {
    readonly definitions: readonly FigureDefinition[];
    readonly calendar: WorkingCalendar;
    /** What the log knows of the unit's own period, by figure code; of no matter for a CONSOLIDATED report. */
    readonly known: Figures;
    /** The reports the last consolidation is made of, as they stand now; of no matter for an OWN report. */
    readonly children: readonly ChildReport[];
  }
>;

export type ReturnReport = Command<'ReturnReport', { readonly reason: string; readonly dueOn: LocalDate }>;

export type ApproveReport = Command<'ApproveReport', Record<never, never>>;

/** A report of a unit below, as it stands now. */
export interface ChildReport {
  readonly unitId: string;
  readonly reportId: string;
  readonly status: ReportStatusName;
  readonly version: number;
  /** Of the last version submitted. */
  readonly figures?: Figures;
}

/** Sums what is approved, names what is missing. */
export type ConsolidateReports = Command<
  'ConsolidateReports',
  Record<never, never>,
  {
    readonly definitions: readonly FigureDefinition[];
    /**
     * Every report owed to this unit for the period; both of a unit that owes two: its own figures are in the one, those
     * of the units below it in the other.
     */
    readonly children: readonly ChildReport[];
  }
>;

/** By the system, for each report that went into a consolidation. */
export type MarkConsolidated = Command<'MarkConsolidated', { readonly intoReportId: string; readonly version: number }>;

export type CloseReport = Command<'CloseReport', Record<never, never>>;

export type ReopenReport = Command<'ReopenReport', { readonly reason: string; readonly dueOn: LocalDate }>;

/** By the system too, for a unit that is closed. */
export type ExcuseReport = Command<'ExcuseReport', { readonly reason: string }>;

export type ExtendReport = Command<
  'ExtendReport',
  { readonly dueOn: LocalDate; readonly reason: string; readonly document: DocumentCitation }
>;

/** Has the unit's officer and head reminded at once of a report it owes. */
export type OrderReminder = Command<'OrderReminder', { readonly note?: string }>;

export type ReportCommand =
  | ObligeReport
  | SubmitReport
  | ReturnReport
  | ApproveReport
  | ConsolidateReports
  | MarkConsolidated
  | CloseReport
  | ReopenReport
  | ExcuseReport
  | ExtendReport
  | OrderReminder;

export type { Coverage };

// Why a command on a report is refused. Stable: the API answers them as `code`. No TSDoc: it would
// stand in the schema of every answer that names them.
export type ReportRejection =
  | 'role-not-allowed'
  /** params: status; NONE when there is no such report. */
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-past'
  | 'date-in-future'
  /** Before the period's cutoff there is nothing to report yet. params: cutoff. */
  | 'period-not-over'
  | 'evidence-unknown'
  | 'figure-unknown'
  | 'figure-invalid'
  | 'figure-required'
  /** A figure that the log knows, or a consolidation, cannot be typed. params: code, expected. */
  | 'figure-locked'
  /** params: code, expected, actual. */
  | 'figures-do-not-add-up'
  /** A consolidated report is submitted after it was consolidated. */
  | 'not-consolidated'
  /** A report in its total was returned or reopened since: it must be consolidated anew. params: count. */
  | 'consolidation-stale'
  /** Only the report a unit makes of others is consolidated. */
  | 'not-a-consolidated-report'
  /** Nothing below it has been approved yet. */
  | 'nothing-to-consolidate'
  /** Nobody examines what they submitted themselves: nor do they let it be late, or excuse it. */
  | 'own-report'
  /** A duty is reminded of by order once a day at most. params: person, time. */
  | 'already-reminded-today'
  /** Of what a body owes to itself it reminds nobody. */
  | 'owed-to-itself'
  | 'document-required'
  | 'not-an-extension';
