import { reporting } from '#domain';
import { sql } from 'kysely';
import type { Condition } from '../paging/conditions.ts';
import { MAX_LIMIT } from '../paging/page.ts';
import type { BoardCoverage, GetBoardCoverage } from './queries.port.ts';
import { isAbout } from './queries.ts';
import { approved, boardOn, receiverSubmitted, standingsOn, standsBy, submitted } from './standing.ts';

/** How many reports were owed for a period and how they stand. What was excused is not owed any more. */
export const getBoardCoverage: GetBoardCoverage = async (db, query) => {
  const board = boardOn(db, query, (row) => isAbout(row, query));
  const counts = await board
    .select((report) => {
      const { fn, cast } = report;
      const count = (those: Condition) => cast<number>(fn.countAll().filterWhere(those), 'integer');
      const stands = standsBy(db, report, query);
      const byStanding = reporting.STANDINGS.map((standing) => sql`${sql.lit(standing)}, ${count(stands[standing])}`);
      return [
        count(report('r.status', '<>', 'EXCUSED')).as('obliged'),
        count(submitted(report)).as('submitted'),
        count(approved(report)).as('approved'),
        count(report('r.status', '=', 'EXCUSED')).as('excused'),
        sql<BoardCoverage['byStanding']>`json_build_object(${sql.join(byStanding)})`.as('byStanding'),
      ];
    })
    .executeTakeFirstOrThrow();
  const overdue = await board
    .select(['r.unitId', 'r.id as reportId', 'r.regulationId', 'r.dueOn', 'r.status', 'r.workingDaysLate'])
    .select((report) => receiverSubmitted(db, report, query).as('receiverSubmitted'))
    .where((report) => {
      const { OVERDUE, MISSING } = standsBy(db, report, query);
      return report.or([OVERDUE, MISSING]);
    })
    .orderBy('r.dueOn')
    .orderBy('r.id')
    .limit(MAX_LIMIT)
    .execute();
  const standing = standingsOn(query.today, query.rules);
  const overdueUnits = overdue.map((row) => {
    const { workingDays } = standing(row);
    return { unitId: row.unitId, reportId: row.reportId, workingDays: workingDays ?? 0 };
  });
  return { ...counts, overdueUnits };
};
