import { reporting } from '#domain';
import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import type { Condition } from '../paging/conditions.ts';
import { MAX_LIMIT } from '../paging/page.ts';
import { isAbout, type BoardQuery } from './queries.ts';
import {
  absent,
  approved,
  boardOn,
  receiverSubmitted,
  standingsOn,
  standsBy,
  submitted,
  type Standing,
} from './standing.ts';

/** Beside every total: how many reports were owed, and how they stand. A unit may owe one of each kind. */
export interface BoardCoverage {
  readonly obliged: number;
  readonly submitted: number;
  readonly approved: number;
  readonly excused: number;
  /** By standing on the day: `ON_TIME` counts what was submitted on time and what is not due yet. */
  readonly byStanding: Readonly<Record<Standing, number>>;
  /** The reports that are missing or overdue, each with its unit: at most 200, the longest overdue first. */
  readonly overdueUnits: readonly {
    readonly unitId: string;
    readonly reportId: string;
    readonly workingDays: number;
  }[];
}

type CoverageQuery = Omit<BoardQuery, 'status' | 'sort' | 'limit' | 'after'> & Required<Pick<BoardQuery, 'period'>>;

/** How many reports were owed for a period and how they stand. What was excused is not owed any more. */
export const getBoardCoverage = async (db: ReadModelsDb, query: CoverageQuery): Promise<BoardCoverage> => {
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
    .where((report) => absent(db, report, query))
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
