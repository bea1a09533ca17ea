import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, contains, equals, ofUnits, oneOf, within, wordsMatch } from '../paging/conditions.ts';
import { pageOf, type SortKey } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import type { AsOf, ListQuery, Page, Scope } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { lowered, typedWords } from '../tables/search.ts';
import { registrationTrail } from '../timeline/queries.ts';
import { dossierOf, type RegistrationDossier } from './dossier.ts';
import { registrations, type RegistrationRow, type RegistrationStatus, type RegistrationTableRow } from './table.ts';

export interface RegistrationQuery extends ListQuery, AsOf {
  /** Words of the name; case and diacritics do not matter, hits that match the typed ones come first. */
  readonly q?: string;
  readonly cycleId?: string;
  /** Units whose registrations to list: one unit, or a unit with those below it. */
  readonly unitIds?: readonly string[];
  readonly status?: readonly RegistrationStatus[];
  readonly field?: string;
  readonly subjectType?: string;
  readonly tag?: string;
  readonly modelId?: string;
  /** Ascending, or descending with `-`. `-statusSince` when absent; with `q` the better hits come first in any case. */
  readonly sort?: 'name' | '-name' | 'statusSince' | '-statusSince' | 'registeredOn' | '-registeredOn';
}

export type RegistrationDetail = RegistrationRow & { readonly dossier: RegistrationDossier };

type Line = ExpressionBuilder<{ r: RegistrationTableRow }, 'r'>;

const linesByThen = (db: ReadModelsDb, asOf: AsOf) =>
  db
    .selectFrom(rowsByThen(db, 'registrations', asOf).as('r'))
    .select(columnsOf(registrations, ['folded', 'lowered', 'words']));

/** The register: what matches, page by page. */
export const searchRegistrations = (db: ReadModelsDb, query: RegistrationQuery): Promise<Page<RegistrationRow>> =>
  pageOf(linesByThen(db, query), query, (line) => ({
    where: [
      ofUnits(line.ref('unitId'), query),
      equals(line.ref('cycleId'), query.cycleId),
      oneOf(line.ref('status'), query.status),
      equals(line.ref('field'), query.field),
      equals(line.ref('subjectType'), query.subjectType),
      contains(line.ref('programmeTags'), query.tag),
      equals(line.ref('modelId'), query.modelId),
      wordsMatch(line.ref('words'), query.q),
    ],
    order: orderOf(line, query),
  }));

/** 0 for a name that contains what was typed as it was typed; then by how many of its words differ in diacritics. */
const distance = (name: Expression<string>, typed: string): Expression<number> => {
  const missing = typedWords(typed).map((word) => sql`(case when strpos(${name}, ${word}) = 0 then 1 else 0 end)`);
  const sum = sql.join([sql`1`, ...missing], sql` + `);
  return sql<number>`(case when strpos(${name}, ${lowered(typed)}) > 0 then 0 else ${sum} end)`;
};

const orderOf = (line: Line, { q, sort = '-statusSince' }: RegistrationQuery): SortKey[] => {
  const descending = sort.startsWith('-');
  const columns = {
    name: line.ref('folded'),
    statusSince: line.ref('statusSince'),
    registeredOn: line.fn.coalesce('registeredOn', sql.lit('')),
  };
  const by = columns[(descending ? sort.slice(1) : sort) as keyof typeof columns];
  const sorted: SortKey[] = [
    { by, descending },
    { by: line.ref('id'), descending },
  ];
  return q === undefined || q.trim() === '' ? sorted : [{ by: distance(line.ref('lowered'), q) }, ...sorted];
};

/** One registration with its dossier, as it is or as it stood. Undefined when there is none within the scope. */
export const getRegistration = async (
  db: ReadModelsDb,
  { id, scope, ...asOf }: { readonly id: string; readonly scope: Scope } & AsOf,
): Promise<RegistrationDetail | undefined> => {
  const row = await linesByThen(db, asOf)
    .where((line) => allOf(line('id', '=', id), within(line.ref('unitId'), scope)))
    .executeTakeFirst();
  return row && { ...row, dossier: dossierOf(await registrationTrail(db, { id, ...asOf })) };
};

/** The names of registrations as they are today, by id. */
export const namesOfRegistrations = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('registrations')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'name']),
  );
