import type { DocumentCitation, DomainEvent, EvidenceRef, LocalDate } from '../kernel/index.ts';
import type { PeriodKind } from '../regulation/events.ts';

/** A unit's own report, or the one it makes of the reports of the units below it. */
export const REPORT_KINDS = ['OWN', 'CONSOLIDATED'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The period a report tells of, e.g. the first half of 2026. */
export interface ReportingPeriod {
  readonly kind: PeriodKind;
  readonly year: number;
}

/** Figures by code; null says "no data", which is not 0. */
export type Figures = Readonly<Record<string, number | null>>;

/** How many of the reports that were owed went into a total. */
export interface Coverage {
  readonly included: number;
  readonly obliged: number;
}

/** What a total is made of, report by report. */
export interface ReportsNamed {
  readonly included: readonly { readonly unitId: string; readonly reportId: string; readonly version: number }[];
  /** Those that were owed and are not in it, with the status that kept them out. */
  readonly missing: readonly { readonly unitId: string; readonly reportId: string; readonly status: string }[];
}

/**
 * Stream `report-<reportId>`: what one unit owes for one period. Its id derives from unit, kind and period, so an
 * obligation exists once, whatever regulation is in force.
 */
export type ReportEvent =
  | DomainEvent<
      'ReportObliged',
      {
        readonly reportId: string;
        readonly unitId: string;
        readonly kind: ReportKind;
        readonly period: ReportingPeriod;
        /** First and last day the report tells of. */
        readonly from: LocalDate;
        readonly cutoff: LocalDate;
        /** The original due date: kept for ever, whatever is extended. */
        readonly dueOn: LocalDate;
        /** The unit that receives it; the unit itself at the top. */
        readonly receiverId: string;
        /** The regulation it is owed under, which sets its figures, calendar and ladder. */
        readonly regulationId: string;
      }
    >
  | DomainEvent<
      'ReportSubmitted',
      {
        readonly reportId: string;
        readonly version: number;
        /** All figures: typed, known and summed. */
        readonly figures: Figures;
        /** Codes of those that came from the log or from a consolidation. */
        readonly locked: readonly string[];
        readonly narrative: string;
        readonly evidence: readonly EvidenceRef[];
        /** Working days after the due date; 0 when on time. */
        readonly workingDaysLate: number;
      }
    >
  | DomainEvent<
      'ReportReturned',
      { readonly reportId: string; readonly version: number; readonly reason: string; readonly dueOn: LocalDate }
    >
  | DomainEvent<'ReportApproved', { readonly reportId: string; readonly version: number }>
  /** On the stream of a CONSOLIDATED report: what it is made of at this moment. Made anew, it takes the place of the last. */
  | DomainEvent<
      'ReportsConsolidated',
      {
        readonly reportId: string;
        readonly version: number;
        readonly figures: Figures;
        /** The first of them: `coverage` counts all, `ConsolidationContinued` names the rest. */
        readonly included: ReportsNamed['included'];
        /** The first of those that were owed and are not in it, with the status that kept them out. */
        readonly missing: ReportsNamed['missing'];
        readonly coverage: Coverage;
      }
    >
  /** Follows `ReportsConsolidated` in the same append, as often as it takes to name the rest of its two lists. */
  | DomainEvent<'ConsolidationContinued', ReportsNamed & { readonly reportId: string; readonly version: number }>
  /** On the stream of a report that went into the consolidated report of the unit above. */
  | DomainEvent<
      'ReportConsolidated',
      { readonly reportId: string; readonly version: number; readonly intoReportId: string }
    >
  | DomainEvent<'ReportClosed', { readonly reportId: string; readonly version: number }>
  /** A new version begins; the closed one stays. */
  | DomainEvent<
      'ReportReopened',
      { readonly reportId: string; readonly version: number; readonly reason: string; readonly dueOn: LocalDate }
    >
  | DomainEvent<'ReportExcused', { readonly reportId: string; readonly version: number; readonly reason: string }>
  | DomainEvent<
      'ReportExtended',
      {
        readonly reportId: string;
        readonly version: number;
        readonly originalDueOn: LocalDate;
        /** The day that counted until now, and the day that counts from now on. */
        readonly previousDueOn: LocalDate;
        readonly dueOn: LocalDate;
        readonly reason: string;
        readonly document: DocumentCitation;
      }
    >
  /** The receiver had the unit reminded at once, outside the ladder: proof of the order, whatever becomes of its messages. */
  | DomainEvent<
      'ReminderOrdered',
      {
        readonly reportId: string;
        readonly version: number;
        readonly unitId: string;
        /** The day by which it was owed then. */
        readonly dueOn: LocalDate;
        /** What the unit is told besides. */
        readonly note?: string;
      }
    >;
