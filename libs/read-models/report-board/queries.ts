import { reporting } from '#domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allOf, equals, oneOf, within } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { BoardEntry, BoardQuery, GetReport, ListChildReports, ListReports, Standing } from './queries.port.ts';
import { boardOn, receiverSubmitted, reportsBy, standingsOn, standsBy } from './standing.ts';
import { reports } from './table.ts';
import type { ReportRow } from './table.ts';

const DETAILS = ['versions', 'returned', 'extensions', 'excuse', 'consolidation'] as const;
type Line = Omit<ReportRow, (typeof DETAILS)[number]> & { readonly receiverSubmitted: boolean };

/** The board of reports, those due first leading. */
export const listReports: ListReports = async (db, query) => {
  const descending = query.sort === '-dueOn';
  const page = keyset(query, [
    { by: sql`r.due_on`, descending },
    { by: sql`r.id`, descending },
  ]);
  const { rows } = await sql<Line & { cursor: readonly CursorValue[] }>`
    select ${columnsOf(reports, 'r', DETAILS)}, ${receiverSubmitted(query)} as receiver_submitted,
      ${page.cursor} as cursor from ${boardOn(query, reportsOf(query))}
    where ${allOf(standsAs(query))} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  const { items, next } = page.page<Line>(rows);
  const standing = standingsOn(query.today, query.rules);
  return { items: items.map((line) => entryOf(line, standing(line))), next };
};

type Filter = Pick<BoardQuery, 'scope' | 'unitIds' | 'receiverId' | 'period' | 'kind'>;

/** The reports a question is about, by what never changes. */
export const reportsOf = ({ scope, unitIds, receiverId, period, kind }: Filter): RawBuilder<boolean> =>
  allOf(
    within(scope),
    oneOf('unit_id', unitIds),
    equals('receiver_id', receiverId),
    equals('period_kind', period?.kind),
    equals('period_year', period?.year),
    equals('kind', kind),
  );

const standsAs = ({ status, ...asOf }: BoardQuery): RawBuilder<boolean> | undefined =>
  isStanding(status) ? standsBy(asOf)[status] : equals('r.status', status);

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
export const getReport: GetReport = async (db, { id, scope, today, rules, ...asOf }) => {
  const { rows } = await sql<Line & ReportRow>`
    select ${columnsOf(reports, 'r')}, ${receiverSubmitted(asOf)} as receiver_submitted
    from ${reportsBy(asOf, allOf(equals('id', id), within(scope)))} r`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { regulationId, versions, returned, extensions, excuse, consolidation } = row;
  return {
    ...entryOf(row, standingsOn(today, rules)(row)),
    regulationId,
    versions,
    returned,
    extensions,
    excuse,
    consolidation,
  };
};

/** Every report owed to a unit by the units below; both of one that owes its own and a consolidated one. */
export const listChildReports: ListChildReports = async (db, { receiverId, period }) => {
  const { rows } = await sql<reporting.ChildReport & { figures: reporting.Figures | null }>`
    select r.unit_id, r.id as report_id, r.status, r.version, r.versions -> -1 -> 'figures' as figures
    from read_models.reports r
    where r.period_year = ${period.year} and r.period_kind = ${period.kind}
      and r.receiver_id = ${receiverId} and r.unit_id <> ${receiverId}
    order by r.unit_id, r.kind`.execute(db);
  return rows.map(({ figures, ...child }) => (figures === null ? child : { ...child, figures }));
};
