import type { SelectQueryBuilder } from 'kysely';

/** What rows are called, by their ids. */
export const namesIn = async <DB, TB extends keyof DB>(
  rows: SelectQueryBuilder<DB, TB, { id: string; name: string }>,
): Promise<ReadonlyMap<string, string>> => new Map((await rows.execute()).map(({ id, name }) => [id, name]));
