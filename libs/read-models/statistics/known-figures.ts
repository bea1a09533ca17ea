import type { regulation, reporting } from '#domain';
import type { ReadModelsDb } from '../database.ts';

interface Asked {
  /** This unit alone, without those below it. */
  readonly unitId: string;
  readonly from: string;
  readonly until: string;
  /** Those without `known` are left out of the answer. */
  readonly definitions: readonly regulation.FigureDefinition[];
}

/**
 * The figures of a report that the log knows, by code: acts whose day lies between two dates, both included, in the unit
 * alone. An act revoked later stays counted.
 */
export const knownFigures = async (
  db: ReadModelsDb,
  { unitId, from, until, definitions }: Asked,
): Promise<reporting.Figures> => {
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
