import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, ofUnits, oneOf, within, wordsMatch } from '../paging/conditions.ts';
import { descending, pageOf } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import { columnsOf } from '../tables/table.ts';
import type { GetCommendation, ListCommendations } from './queries.port.ts';
import { commendations } from './table.ts';

const SHOWN = columnsOf(commendations, ['folded', 'words']);

/** The commendation book, the latest change first. */
export const listCommendations: ListCommendations = (db, query) =>
  pageOf(db.selectFrom('commendations').select(SHOWN), query, (line) => ({
    where: [
      ofUnits(line.ref('unitId'), query),
      equals(line.ref('cycleId'), query.cycleId),
      oneOf(line.ref('status'), query.status),
      equals(line.ref('recipientType'), query.recipientType),
      equals(line.ref('scope'), query.commendationScope),
      equals(line.ref('form'), query.form),
      equals(line.ref('registrationId'), query.registrationId),
      wordsMatch(line.ref('words'), query.q),
    ],
    order: descending(line.ref('statusSince'), line.ref('id')),
  }));

/** One commendation. */
export const getCommendation: GetCommendation = (db, { id, scope }) =>
  db
    .selectFrom('commendations')
    .select(SHOWN)
    .where((line) => allOf(line('id', '=', id), within(line.ref('unitId'), scope)))
    .executeTakeFirst();

/** Whom commendations are for, by id. */
export const namesOfRecipients = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(db.selectFrom('commendations').select(['id', 'recipientName as name']), ids);
