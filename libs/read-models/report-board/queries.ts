import { reporting } from '#domain';
import { PERIOD_NAMES, REPORT_KIND_NAMES } from '#words';
import type { ExpressionBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, equals, ofUnits, within, type Condition, oneOf } from '../paging/conditions.ts';
import { ascending, descending, pageOf, type SortKey } from '../paging/keyset.ts';
import type { ListQuery, Page, Scope } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { unitsCalled } from '../units/queries.ts';
import {
  absent,
  boardOn,
  receiverSubmitted,
  standingsOn,
  standsBy,
  urgency,
  type BoardView,
  type OnBoard,
  type Standing,
} from './standing.ts';
import { reports, type Consolidation, type ReportRow, type ReportVersion } from './table.ts';
import { streamOf } from '../paging/streams.ts';

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

export interface BoardQuery extends ListQuery, BoardView {
  readonly unitIds?: readonly string[];
  /** Those owed to this unit. */
  readonly receiverId?: string;
  readonly period?: reporting.ReportingPeriod;
  readonly kind?: reporting.ReportKind;
  /** A status, or a standing: `OPEN`, `OVERDUE` …; `ABSENT` is what is overdue or missing. */
  readonly status?: reporting.ReportStatusName | Standing | 'ABSENT';
  /** Words of a name that the unit has or had, however they are spelt. */
  readonly q?: string;
  /** `dueOn` when absent; `urgency`: what is absent, what is owed, what waits for the receiver, the others. */
  readonly sort?: 'dueOn' | '-dueOn' | 'urgency';
}

export interface ReportDetail extends BoardEntry {
  readonly regulationId: string;
  readonly versions: readonly ReportVersion[];
  readonly returned: ReportRow['returned'];
  readonly extensions: ReportRow['extensions'];
  readonly excuse: string | null;
  /** The last consolidation, for a CONSOLIDATED report. */
  readonly consolidation: Consolidation | null;
}

const DETAILS = ['versions', 'returned', 'extensions', 'excuse', 'consolidation'] as const;
type Line = Omit<ReportRow, (typeof DETAILS)[number]> & { readonly receiverSubmitted: boolean };

/** The board of reports, those due first leading. */
export const listReports = async (db: ReadModelsDb, query: BoardQuery): Promise<Page<BoardEntry>> => {
  const found = boardOn(db, query, (row) => isAbout(row, query))
    .select(columnsOf(reports, DETAILS))
    .select((report) => receiverSubmitted(db, report, query).as('receiverSubmitted'));
  const { items, next } = await pageOf(found, query, (report) => ({
    where: [inStatus(db, report, query), ofUnitsCalled(db, report, query.q)],
    order: orderOf(db, report, query),
  }));
  const standing = standingsOn(query.today, query.rules);
  return { items: items.map((line) => entryOf(line, standing(line))), next };
};

const inStatus = (db: ReadModelsDb, report: OnBoard, query: BoardQuery): Condition | undefined => {
  const { status } = query;
  if (status === 'ABSENT') return absent(db, report, query);
  return isStanding(status) ? standsBy(db, report, query)[status] : equals(report.ref('r.status'), status);
};

const ofUnitsCalled = (db: ReadModelsDb, report: OnBoard, typed: string | undefined): Condition | undefined => {
  const units = unitsCalled(db, typed);
  return units && report('r.unitId', 'in', units);
};

const orderOf = (db: ReadModelsDb, report: OnBoard, query: BoardQuery): readonly SortKey[] => {
  const keys = [report.ref('r.dueOn'), report.ref('r.id')] as const;
  if (query.sort === '-dueOn') return descending(...keys);
  return query.sort === 'urgency' ? ascending(urgency(db, report, query), ...keys) : ascending(...keys);
};

type Filter = Pick<BoardQuery, 'scope' | 'unitIds' | 'receiverId' | 'period' | 'kind'>;

/** The reports a question is about, by what never changes. */
export const isAbout = (
  { ref }: ExpressionBuilder<{ row: ReportRow }, 'row'>,
  { receiverId, period, kind, ...units }: Filter,
): Condition =>
  allOf(
    ofUnits(ref('unitId'), units),
    equals(ref('receiverId'), receiverId),
    equals(ref('periodKind'), period?.kind),
    equals(ref('periodYear'), period?.year),
    equals(ref('kind'), kind),
  );

const isStanding = (status: BoardQuery['status']): status is Standing =>
  (reporting.STANDINGS as readonly (string | undefined)[]).includes(status);

const entryOf = (line: Line, standing: reporting.StandingOnDay): BoardEntry => {
  const { id, unitId, receiverId, kind, cutoff, originalDueOn, dueOn, status, version } = line;
  return {
    ...{ id, unitId, receiverId, kind },
    period: { kind: line.periodKind, year: line.periodYear },
    from: line.fromOn,
    ...{ cutoff, originalDueOn, dueOn, status, version },
    submittedOn: line.submittedOn,
    workingDaysLate: line.workingDaysLate,
    ...standing,
    revision: line.revision,
    position: line.position,
  };
};

/** One report with everything it had said by then. */
export const getReport = async (
  db: ReadModelsDb,
  { id, scope, today, rules, ...asOf }: { readonly id: string; readonly scope: Scope } & BoardView,
): Promise<ReportDetail | undefined> => {
  const reports = rowsByThen(db, 'reports', asOf, (row) => allOf(row('id', '=', id), within(row.ref('unitId'), scope)));
  const row = await db
    .selectFrom(reports.as('r'))
    .selectAll()
    .select((report) => receiverSubmitted(db, report, asOf).as('receiverSubmitted'))
    .executeTakeFirst();
  if (!row) return undefined;
  const { regulationId, versions, returned, extensions, excuse, consolidation } = row;
  const details = { regulationId, versions, returned, extensions, excuse, consolidation };
  return { ...entryOf(row, standingsOn(today, rules)(row)), ...details };
};

/**
 * Every report owed to a unit by the units below; both of one that owes its own and a consolidated one. Bounded by the
 * units right below it, at most two reports each: a consolidation names them all in one event.
 */
export const listChildReports = async (
  db: ReadModelsDb,
  { receiverId, period }: { readonly receiverId: string; readonly period: reporting.ReportingPeriod },
): Promise<readonly reporting.ChildReport[]> => {
  const rows = await db
    .selectFrom('reports')
    .select(['unitId', 'id as reportId', 'status', 'version'])
    .select(({ ref }) => ref('versions', '->').at(-1).key('figures').as('figures'))
    .where('periodYear', '=', period.year)
    .where('periodKind', '=', period.kind)
    .where('receiverId', '=', receiverId)
    .where('unitId', '<>', receiverId)
    .orderBy('unitId')
    .orderBy('kind')
    .execute();
  return rows.map(({ figures, ...child }) => (figures === null ? child : { ...child, figures }));
};

/** The streams of the reports that units owe. */
export const reportStreams = (db: ReadModelsDb, unitIds?: readonly string[]) =>
  db
    .selectFrom('reports')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select(({ ref }) => streamOf('report', ref('id')));

/** What reports are called, by id: `Báo cáo 06 tháng đầu năm 2026`. */
export const namesOfReports = async (
  db: ReadModelsDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('reports')
    .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
    .select(['id', 'kind', 'periodKind', 'periodYear'])
    .execute();
  return new Map(
    rows.map(({ id, kind, periodKind, periodYear }) => {
      const name = `${REPORT_KIND_NAMES[kind][0]} ${PERIOD_NAMES[periodKind][0]} ${String(periodYear)}`;
      return [id, name.charAt(0).toUpperCase() + name.slice(1)];
    }),
  );
};
