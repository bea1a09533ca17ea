import { sql } from 'kysely';
import { allOf, equals } from '../paging/conditions.ts';
import { pageOf } from '../paging/keyset.ts';
import { columnsOf } from '../paging/select.ts';
import type { GetCycle, GetRegulation, ListCycles, ListRegulations } from './queries.port.ts';
import { regulations } from './table.ts';

/** The years and phases of the movement, newest first. */
export const listCycles: ListCycles = (db, { status, year, ...page }) => {
  const found = db
    .selectFrom('cycles')
    .selectAll()
    .where((cycle) =>
      allOf(
        equals(cycle.ref('status'), status),
        year === undefined ? undefined : cycle('year', '<=', year),
        year === undefined ? undefined : cycle(cycle.fn.coalesce('untilYear', 'year'), '>=', year),
      ),
    );
  return pageOf(found, page, (cycle) => [
    { by: cycle.ref('year'), descending: true },
    { by: cycle.ref('id'), descending: true },
  ]);
};

export const getCycle: GetCycle = (db, { id }) =>
  db.selectFrom('cycles').selectAll().where('id', '=', id).executeTakeFirst();

/** Every version of the rules ever written, the latest in force first; drafts lead. */
export const listRegulations: ListRegulations = (db, { status, ...page }) => {
  const found = db
    .selectFrom('regulations')
    .select(columnsOf(regulations, ['content', 'warnings']))
    .where((regulation) => allOf(equals(regulation.ref('status'), status)));
  return pageOf(found, page, (regulation) => [
    { by: regulation.fn.coalesce('fromOn', sql.lit('9999-12-31')), descending: true },
    { by: regulation.ref('id'), descending: true },
  ]);
};

export const getRegulation: GetRegulation = (db, { id }) =>
  db.selectFrom('regulations').selectAll().where('id', '=', id).executeTakeFirst();
