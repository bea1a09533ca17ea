import { sql } from 'kysely';
import type { GetKnownFigures } from './queries.port.ts';
import type { FactKind } from './table.ts';

/** The figures of a report that the log knows: acts of the period in the unit alone. An act revoked later stays counted. */
export const knownFigures: GetKnownFigures = async (db, { unitId, from, until, definitions }) => {
  const known = definitions.flatMap(({ code, known: kind }) => (kind === undefined ? [] : [{ code, kind }]));
  if (known.length === 0) return {};
  const { rows } = await sql<{ kind: FactKind; count: number }>`
    select kind, count(*)::integer as count from read_models.facts
    where unit_id = ${unitId} and effective_on between ${from} and ${until} group by kind`.execute(db);
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
  return Object.fromEntries(known.map(({ code, kind }) => [code, counts.get(kind) ?? 0]));
};
