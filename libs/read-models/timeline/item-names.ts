import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import type { Found } from './told.ts';

/** What the items were called then that events of decisions tell of, by the position of each event. */
export const namesOfItems = async (db: ReadModelsDb, found: readonly Found[]): Promise<ReadonlyMap<number, string>> => {
  const asked = found.flatMap(({ type, data, position }) =>
    type === 'DecisionItemApplied' || type === 'DecisionItemRejected' ? [{ id: data.id, position }] : [],
  );
  if (asked.length === 0) return new Map();
  const items = sql<{ id: string; position: number }>`json_to_recordset(${JSON.stringify(asked)}::json)`;
  const rows = await db
    .selectFrom(items.as<'item'>(sql`item(id text, position double precision)`))
    .leftJoin('commendations as c', 'c.id', 'item.id')
    .leftJoinLateral(
      ({ selectFrom, ref }) =>
        selectFrom('registerHistory')
          .select('name')
          .where('registerHistory.id', '=', ref('item.id'))
          .where('registerHistory.position', '<=', ref('item.position'))
          .orderBy('registerHistory.position', 'desc')
          .limit(1)
          .as('then'),
      (join) => join.onTrue(),
    )
    .select(({ fn }) => ['item.position', fn.coalesce('then.name', 'c.recipientName').as('name')])
    .execute();
  return new Map(rows.flatMap(({ position, name }) => (name === null ? [] : [[position, name] as const])));
};
