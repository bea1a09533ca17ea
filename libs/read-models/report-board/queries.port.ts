import type { calendar, reporting } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import type { AsOf, ListQuery, Page, Scope } from '../paging/page.ts';
import type { Consolidation, ReportRow, ReportVersion } from './table.ts';

export type { ReportVersion };

/** How a report stands on a day; computed, never stored. */
export type Standing = reporting.Standing;

/** A report that is owed, as the board shows it. */
export interface BoardEntry {
  readonly id: string;
  readonly unitId: string;
  readonly receiverId: string;
  readonly kind: reporting.ReportKind;
  readonly period: reporting.ReportingPeriod;
  readonly from: string;
  readonly cutoff: string;
  readonly originalDueOn: string;
  readonly dueOn: string;
  readonly status: reporting.ReportStatusName;
  readonly version: number;
  readonly submittedOn: string | null;
  readonly workingDaysLate: number | null;
  readonly standing: Standing;
  /** Working days overdue, or left until it is due; null where neither makes sense. */
  readonly workingDays: number | null;
  readonly revision: number;
  readonly position: number;
}

/** Calendar and margin for the standing, by regulation. */
export type StandingRules = ReadonlyMap<
  string,
  { readonly calendar: calendar.WorkingCalendar; readonly dueSoonDays: number }
>;

/** How the board is looked at: what was known by the cut-offs, standing as on a day. */
export interface BoardView extends AsOf {
  /** The day whose standing is told: today, or the day of the cut-off. */
  readonly today: string;
  readonly rules: StandingRules;
}

export interface BoardQuery extends ListQuery, BoardView {
  readonly unitIds?: readonly string[];
  /** Those owed to this unit. */
  readonly receiverId?: string;
  readonly period?: reporting.ReportingPeriod;
  readonly kind?: reporting.ReportKind;
  /** A status, or a standing: `OPEN`, `OVERDUE` … */
  readonly status?: reporting.ReportStatusName | Standing;
  /** `dueOn` when absent. */
  readonly sort?: 'dueOn' | '-dueOn';
}

export type ListReports = (db: ReadModelsDb, query: BoardQuery) => Promise<Page<BoardEntry>>;

export interface ReportDetail extends BoardEntry {
  readonly regulationId: string;
  readonly versions: readonly ReportVersion[];
  readonly returned: ReportRow['returned'];
  readonly extensions: ReportRow['extensions'];
  readonly excuse: string | null;
  /** The last consolidation, for a CONSOLIDATED report. */
  readonly consolidation: Consolidation | null;
}

export type GetReport = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope } & BoardView,
) => Promise<ReportDetail | undefined>;

/** Beside every total: how many reports were owed, and how they stand. A unit may owe one of each kind. */
export interface BoardCoverage {
  readonly obliged: number;
  readonly submitted: number;
  readonly approved: number;
  readonly excused: number;
  /** By standing on the day. */
  readonly byStanding: Readonly<Record<Standing, number>>;
  /** The reports that are missing or overdue, each with its unit: at most 200, the longest overdue first. */
  readonly overdueUnits: readonly {
    readonly unitId: string;
    readonly reportId: string;
    readonly workingDays: number;
  }[];
}

export type GetBoardCoverage = (
  db: ReadModelsDb,
  query: BoardView & {
    readonly scope: Scope;
    readonly period: reporting.ReportingPeriod;
    readonly kind?: reporting.ReportKind;
    readonly receiverId?: string;
    readonly unitIds?: readonly string[];
  },
) => Promise<BoardCoverage>;

/** The reports that others owe to a unit for a period, as `ConsolidateReports` asks for them. */
export type ListChildReports = (
  db: ReadModelsDb,
  query: { readonly receiverId: string; readonly period: reporting.ReportingPeriod },
) => Promise<readonly reporting.ChildReport[]>;
