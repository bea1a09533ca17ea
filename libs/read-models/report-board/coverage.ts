import { reporting } from '#domain';
import { sql } from 'kysely';
import { MAX_LIMIT } from '../paging/page.ts';
import type { BoardCoverage, GetBoardCoverage, Standing } from './queries.port.ts';
import { reportsOf } from './queries.ts';
import { APPROVED, boardOn, receiverSubmitted, standingsOn, standsBy, SUBMITTED } from './standing.ts';
import type { Standable } from './standing.ts';

type Counts = Pick<BoardCoverage, 'obliged' | 'submitted' | 'approved' | 'excused' | 'byStanding'>;

type Overdue = Standable & { readonly unitId: string; readonly reportId: string };

/** How many reports were owed for a period and how they stand. What was excused is not owed any more. */
export const getBoardCoverage: GetBoardCoverage = async (db, query) => {
  const board = boardOn(query, reportsOf(query));
  const stands = standsBy(query);
  const byStanding = reporting.STANDINGS.map(
    (standing: Standing) => sql`${sql.lit(standing)}, count(*) filter (where ${stands[standing]})`,
  );
  const counted = await sql<Counts>`select count(*) filter (where r.status <> 'EXCUSED')::integer as obliged,
        count(*) filter (where ${SUBMITTED})::integer as submitted,
        count(*) filter (where ${APPROVED})::integer as approved,
        count(*) filter (where r.status = 'EXCUSED')::integer as excused,
        json_build_object(${sql.join(byStanding)}) as by_standing
      from ${board}`.execute(db);
  const overdue =
    await sql<Overdue>`select r.unit_id, r.id as report_id, r.regulation_id, r.due_on, r.status, r.working_days_late,
        ${receiverSubmitted(query)} as receiver_submitted
      from ${board} where (${stands.OVERDUE} or ${stands.MISSING})
        order by r.due_on, r.id limit ${MAX_LIMIT}`.execute(db);
  const [counts] = counted.rows;
  if (!counts) throw new Error('an aggregate answers one row');
  const standing = standingsOn(query.today, query.rules);
  const overdueUnits = overdue.rows.map((row) => {
    const { workingDays } = standing(row);
    return { unitId: row.unitId, reportId: row.reportId, workingDays: workingDays ?? 0 };
  });
  return { ...counts, overdueUnits };
};
