import { sql, type SelectQueryBuilder } from 'kysely';

/** What rows are called, by their ids: of as many as are asked for and there. */
export const namesIn = async <DB, TB extends keyof DB>(
  rows: SelectQueryBuilder<DB, TB, { id: string; name: string }>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows.where(sql<boolean>`id = any(${ids}::text[])`).execute();
  return new Map(found.map(({ id, name }) => [id, name]));
};
