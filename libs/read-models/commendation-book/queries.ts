import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, oneOf, within, wordsMatch } from '../paging/conditions.ts';
import { pageOf } from '../paging/keyset.ts';
import { columnsOf } from '../paging/select.ts';
import type { GetCommendation, ListCommendations } from './queries.port.ts';
import { commendations } from './table.ts';

const SHOWN = columnsOf(commendations, ['folded', 'words']);

/** The commendation book, the latest change first. */
export const listCommendations: ListCommendations = (db, query) => {
  const lines = db
    .selectFrom('commendations')
    .select(SHOWN)
    .where((line) =>
      allOf(
        within(line.ref('unitId'), query.scope),
        oneOf(line.ref('unitId'), query.unitIds),
        equals(line.ref('cycleId'), query.cycleId),
        oneOf(line.ref('status'), query.status),
        equals(line.ref('recipientType'), query.recipientType),
        equals(line.ref('scope'), query.commendationScope),
        equals(line.ref('form'), query.form),
        equals(line.ref('registrationId'), query.registrationId),
        wordsMatch(line.ref('words'), query.q),
      ),
    );
  return pageOf(lines, query, (line) => [
    { by: line.ref('statusSince'), descending: true },
    { by: line.ref('id'), descending: true },
  ]);
};

/** One commendation. */
export const getCommendation: GetCommendation = (db, { id, scope }) =>
  db
    .selectFrom('commendations')
    .select(SHOWN)
    .where((line) => allOf(line('id', '=', id), within(line.ref('unitId'), scope)))
    .executeTakeFirst();

/** Whom commendations are for, by id. */
export const namesOfRecipients = async (
  db: ReadModelsDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('commendations')
    .select(['id', 'recipientName'])
    .where((line) => allOf(oneOf(line.ref('id'), ids)))
    .execute();
  return new Map(rows.map(({ id, recipientName }) => [id, recipientName]));
};
