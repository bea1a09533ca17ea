import { sql } from 'kysely';
import { equals } from '../paging/conditions.ts';
import { descending, pageOf } from '../paging/keyset.ts';
import { columnsOf } from '../tables/table.ts';
import type { GetCycle, GetRegulation, ListCycles, ListRegulationContents, ListRegulations } from './queries.port.ts';
import { regulations } from './table.ts';

/** The years and phases of the movement, newest first. */
export const listCycles: ListCycles = (db, { status, year, ...page }) =>
  pageOf(db.selectFrom('cycles').selectAll(), page, (cycle) => ({
    where: [
      equals(cycle.ref('status'), status),
      year === undefined ? undefined : cycle('year', '<=', year),
      year === undefined ? undefined : cycle(cycle.fn.coalesce('untilYear', 'year'), '>=', year),
    ],
    order: descending(cycle.ref('year'), cycle.ref('id')),
  }));

export const getCycle: GetCycle = (db, { id }) =>
  db.selectFrom('cycles').selectAll().where('id', '=', id).executeTakeFirst();

/** Every version of the rules ever written, the latest in force first; drafts lead. */
export const listRegulations: ListRegulations = (db, { status, ...page }) =>
  pageOf(db.selectFrom('regulations').select(columnsOf(regulations, ['content', 'warnings'])), page, (regulation) => ({
    where: [equals(regulation.ref('status'), status)],
    order: descending(regulation.fn.coalesce('fromOn', sql.lit('9999-12-31')), regulation.ref('id')),
  }));

export const listRegulationContents: ListRegulationContents = (db) =>
  db.selectFrom('regulations').select(['id', 'content']).execute();

export const getRegulation: GetRegulation = (db, { id }) =>
  db.selectFrom('regulations').selectAll().where('id', '=', id).executeTakeFirst();
