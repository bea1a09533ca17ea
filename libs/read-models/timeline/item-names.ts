import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import type { Found } from './told.ts';

/** What gives an item its name: a form, a correction of the name, or the recipient of a commendation. */
const GIVEN = sql<string | null>`coalesce(
  data -> 'form' ->> 'name',
  case when type = 'EntryCorrected' and data ->> 'field' = 'name' then data ->> 'newValue' end,
  data -> 'recipient' ->> 'name'
)`;

/** What the items were called then that events of decisions tell of, by the position of each event. */
export const namesOfItems = async (db: ReadModelsDb, found: readonly Found[]): Promise<ReadonlyMap<number, string>> => {
  const asked = found.flatMap(({ type, data, position }) =>
    type === 'DecisionItemApplied' || type === 'DecisionItemRejected'
      ? [{ item: `${data.kind}-${data.id}`, position }]
      : [],
  );
  if (asked.length === 0) return new Map();
  const items = sql<{ item: string; position: number }>`json_to_recordset(${JSON.stringify(asked)}::json)`;
  const rows = await db
    .selectFrom(items.as<'e'>(sql`e(item text, position double precision)`))
    .innerJoinLateral(
      ({ selectFrom, ref }) =>
        selectFrom('timeline')
          .select(GIVEN.as('name'))
          .where('subject', '=', ref('e.item'))
          .where('timeline.position', '<', ref('e.position'))
          .where(GIVEN, 'is not', null)
          .orderBy('timeline.position', 'desc')
          .limit(1)
          .as('named'),
      (join) => join.onTrue(),
    )
    .select(['e.position', 'named.name'])
    .execute();
  return new Map(rows.flatMap(({ position, name }) => (name === null ? [] : [[position, name] as const])));
};
