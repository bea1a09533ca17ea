import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, oneOf, within, wordsMatch } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { GetCommendation, ListCommendations } from './queries.port.ts';
import { commendations } from './table.ts';
import type { CommendationRow } from './table.ts';

const SHOWN = columnsOf(commendations, 'c', ['folded', 'words']);

/** The commendation book, the latest change first. */
export const listCommendations: ListCommendations = async (db, query) => {
  const page = keyset(query, [
    { by: sql`c.status_since`, descending: true },
    { by: sql`c.id`, descending: true },
  ]);
  const filter = allOf(
    within(query.scope),
    oneOf('unit_id', query.unitIds),
    equals('cycle_id', query.cycleId),
    oneOf('status', query.status),
    equals('recipient_type', query.recipientType),
    equals('scope', query.commendationScope),
    equals('form', query.form),
    equals('registration_id', query.registrationId),
    wordsMatch(query.q),
  );
  const { rows } = await sql<CommendationRow & { cursor: readonly CursorValue[] }>`
    select ${SHOWN}, ${page.cursor} as cursor from read_models.commendations c
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<CommendationRow>(rows);
};

/** One commendation. */
export const getCommendation: GetCommendation = async (db, { id, scope }) => {
  const { rows } = await sql<CommendationRow>`select ${SHOWN} from read_models.commendations c
    where ${allOf(sql<boolean>`c.id = ${id}`, within(scope))}`.execute(db);
  return rows[0];
};

/** Whom commendations are for, by id. */
export const namesOfRecipients = async (
  db: ReadModelsDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, recipient_name as name from read_models.commendations where id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
