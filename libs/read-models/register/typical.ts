import type { organization, regulation } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, equals, wordsMatch } from '../paging/conditions.ts';
import { alphabetical, ascending, pageOf } from '../paging/keyset.ts';
import type { AsOf, Page, PageRequest } from '../paging/page.ts';
import { yearsOfCycles } from '../rules/queries.ts';
import { kindsOfUnits } from '../units/queries.ts';

interface TypicalQuery extends PageRequest {
  readonly q?: string;
  readonly field?: string;
  readonly cycleId?: string;
}

/** A recognized model that stands for others, as every unit is told it: no dossier, no scores, no people. */
export interface TypicalModel {
  /** Of the registration that was recognized: `POST /api/registrations/{id}/replicate` takes it up. */
  readonly id: string;
  /** Of the model: its own unit, and those above, open the whole file by it. */
  readonly modelId: string;
  readonly name: string;
  readonly subjectType: regulation.SubjectType;
  readonly unitId: string;
  /** The kind of its unit: at which level it is. */
  readonly unitKind: organization.UnitKind | null;
  readonly cycleId: string;
  readonly year: number | null;
  readonly field: string;
  readonly documentNumber: string | null;
  readonly decidedOn: string | null;
}

/** The typical models of every unit by name, as long as their recognition stands. */
export const listTypicalModels = async (
  db: ReadModelsDb,
  { q, field, cycleId, ...page }: TypicalQuery,
): Promise<Page<TypicalModel>> => {
  const { items, next } = await pageOf(typicalIn(db), page, ({ ref }) => ({
    where: [wordsMatch(ref('words'), q), equals(ref('field'), field), equals(ref('cycleId'), cycleId)],
    order: ascending(alphabetical(ref('name')), ref('id')),
  }));
  return { next, items: await withLevels(db, items) };
};

/** What every unit is told of one model, the oldest first, as it was by then. */
export const typicalOf = async (
  db: ReadModelsDb,
  { modelId, ...asOf }: { readonly modelId: string } & AsOf,
): Promise<readonly TypicalModel[]> =>
  withLevels(db, await typicalIn(db, asOf).where('modelId', '=', modelId).orderBy('decidedOn').orderBy('id').execute());

/** Recognized, and chosen to stand for others. */
const typicalIn = (db: ReadModelsDb, asOf: AsOf = {}) =>
  db
    .selectFrom(rowsByThen(db, 'registrations', asOf).as('r'))
    .where(({ eb }) => allOf(eb('typical', '=', true), eb('status', '=', 'RECOGNIZED')))
    .select(['id', 'modelId', 'name', 'subjectType', 'unitId', 'cycleId', 'field', 'documentNumber', 'decidedOn']);

const withLevels = async (
  db: ReadModelsDb,
  items: readonly Omit<TypicalModel, 'unitKind' | 'year'>[],
): Promise<readonly TypicalModel[]> => {
  const kinds = await kindsOfUnits(
    db,
    items.map(({ unitId }) => unitId),
  );
  const years = await yearsOfCycles(
    db,
    items.map((item) => item.cycleId),
  );
  return items.map((item) => ({
    ...item,
    unitKind: kinds.get(item.unitId) ?? null,
    year: years.get(item.cycleId) ?? null,
  }));
};
