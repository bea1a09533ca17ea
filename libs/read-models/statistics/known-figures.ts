import type { GetKnownFigures } from './queries.port.ts';

/** The figures of a report that the log knows: acts of the period in the unit alone. An act revoked later stays counted. */
export const knownFigures: GetKnownFigures = async (db, { unitId, from, until, definitions }) => {
  const known = definitions.flatMap(({ code, known: kind }) => (kind === undefined ? [] : [{ code, kind }]));
  if (known.length === 0) return {};
  const rows = await db
    .selectFrom('facts')
    .select((fact) => ['kind', fact.cast<number>(fact.fn.countAll(), 'integer').as('count')])
    .where('unitId', '=', unitId)
    .where((fact) => fact.between('effectiveOn', from, until))
    .groupBy('kind')
    .execute();
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
  return Object.fromEntries(known.map(({ code, kind }) => [code, counts.get(kind) ?? 0]));
};
