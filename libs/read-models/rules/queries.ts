import { sql } from 'kysely';
import { allOf, equals } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { GetCycle, GetRegulation, ListCycles, ListRegulations, RegulationItem } from './queries.port.ts';
import { cycles, regulations } from './table.ts';
import type { CycleRow, RegulationRow } from './table.ts';

type Paged<Row> = Row & { cursor: readonly CursorValue[] };

/** The years and phases of the movement, newest first. */
export const listCycles: ListCycles = async (db, query) => {
  const page = keyset(query, [
    { by: sql`c.year`, descending: true },
    { by: sql`c.id`, descending: true },
  ]);
  const filter = allOf(
    equals('c.status', query.status),
    query.year === undefined
      ? undefined
      : sql<boolean>`${query.year}::integer between c.year and coalesce(c.until_year, c.year)`,
  );
  const { rows } = await sql<Paged<CycleRow>>`
    select ${columnsOf(cycles, 'c')}, ${page.cursor} as cursor from read_models.cycles c
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<CycleRow>(rows);
};

export const getCycle: GetCycle = async (db, { id }) => {
  const { rows } = await sql<CycleRow>`
    select ${columnsOf(cycles, 'c')} from read_models.cycles c where c.id = ${id}`.execute(db);
  return rows[0];
};

/** Every version of the rules ever written, the latest in force first; drafts lead. */
export const listRegulations: ListRegulations = async (db, query) => {
  const page = keyset(query, [
    { by: sql`coalesce(r.from_on, '9999-12-31')`, descending: true },
    { by: sql`r.id`, descending: true },
  ]);
  const { rows } = await sql<Paged<RegulationItem>>`
    select ${columnsOf(regulations, 'r', ['content', 'warnings'])}, ${page.cursor} as cursor
    from read_models.regulations r
    where ${allOf(equals('r.status', query.status))} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(
    db,
  );
  return page.page<RegulationItem>(rows);
};

export const getRegulation: GetRegulation = async (db, { id }) => {
  const { rows } = await sql<RegulationRow>`
    select ${columnsOf(regulations, 'r')} from read_models.regulations r where r.id = ${id}`.execute(db);
  return rows[0];
};
