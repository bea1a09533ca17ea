import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import type { Found } from './told.ts';

/** Which time a version of a report was handed in, `1` the first, by the position of each event that hands one in. */
export const handInsOf = async (db: ReadModelsDb, found: readonly Found[]): Promise<ReadonlyMap<number, string>> => {
  const asked = found.flatMap(({ type, data, stream, position }) =>
    type === 'ReportSubmitted' ? [{ stream, position, version: String(data.version) }] : [],
  );
  if (asked.length === 0) return new Map();
  const events = sql<{ stream: string; position: number; version: string }>`
    json_to_recordset(${JSON.stringify(asked)}::json)`;
  const rows = await db
    .selectFrom(events.as<'e'>(sql`e(stream text, position double precision, version text)`))
    .innerJoin('timeline', (join) =>
      join
        .onRef('timeline.subject', '=', 'e.stream')
        .onRef('timeline.position', '<=', 'e.position')
        .on('timeline.type', '=', 'ReportSubmitted')
        .on(({ ref }) => sql<boolean>`${ref('timeline.data')} ->> 'version' = ${ref('e.version')}`),
    )
    .select(['e.position', sql<string>`count(*)::text`.as('time')])
    .groupBy('e.position')
    .execute();
  return new Map(rows.map(({ position, time }) => [position, time]));
};
