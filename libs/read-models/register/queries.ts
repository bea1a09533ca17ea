import type { LocalDate, registration, regulation } from '#domain';
import { sql, type Expression } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, contains, equals, ofUnits, oneOf, within, wordsMatch } from '../paging/conditions.ts';
import { alphabetical, ascending, pageOf, sortedBy, type SortKey } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import { isCutOff, type AsOf, type ListQuery, type Page, type PageRequest, type Scope } from '../paging/page.ts';
import { openDeadlines } from '../rules/queries.ts';
import { nameOnly, standingOf, type Appraiser, type AppraiserRow } from '../sight/queries.ts';
import { columnsOf } from '../tables/table.ts';
import { lowered, typedWords } from '../tables/search.ts';
import { registrationTrail } from '../timeline/queries.ts';
import { dueOn, overdueOn, type Line } from './due.ts';
import { dossierOf, type RegistrationDossier } from './dossier.ts';
import { registrations, type RegistrationRow, type RegistrationStatus, type RegistrationTableRow } from './table.ts';
import { streamOf } from '../paging/streams.ts';

export { filesIn, USES, type RegistrationFile } from './files.ts';
export { typicalOf, type TypicalModel } from './typical.ts';

export interface RegistrationQuery extends ListQuery, AsOf {
  /** Who asks, where they are told of some registrations the name and the unit only. */
  readonly appraiser?: Appraiser;
  /** These alone. */
  readonly ids?: readonly string[];
  /** Words of the name; case, diacritics and `i` for `y` do not matter, hits that match the typed ones come first. */
  readonly q?: string;
  readonly cycleId?: string;
  /** Units whose registrations to list: one unit, or a unit with those below it. */
  readonly unitIds?: readonly string[];
  readonly status?: readonly RegistrationStatus[];
  readonly field?: string;
  readonly subjectType?: regulation.SubjectType;
  readonly tag?: string;
  readonly typical?: boolean;
  readonly modelId?: string;
  /** Ascending, or descending with `-`; what is due by no day comes last. `-statusSince` when absent; with `q` the better hits come first in any case. */
  readonly sort?: 'name' | '-name' | 'statusSince' | '-statusSince' | 'registeredOn' | '-registeredOn' | 'dueOn';
  /** Only what was due before this day. */
  readonly overdueOn?: LocalDate;
}

/** What is left out of the line for an appraiser who is told the name and the unit only. */
const DOSSIER_COLUMNS = [
  'subjectType',
  'field',
  'programmeTags',
  'originKind',
  'originId',
  'submittedOn',
  'registeredOn',
  'decidedOn',
  'decisionId',
  'documentNumber',
  'typical',
  'corrected',
  'sourceRevoked',
  'returns',
] as const satisfies readonly (keyof RegistrationRow)[];

type Hideable = (typeof DOSSIER_COLUMNS)[number];

/** One line of the register as its reader is told it: what they are not told is null. */
export type RegistrationLine = Omit<RegistrationRow, Hideable> & {
  readonly [Name in Hideable]: RegistrationRow[Name] | null;
};

export type RegistrationDetail = RegistrationLine & {
  /** Null for an appraiser who has not declared to have no conflict of interest. */
  readonly dossier: RegistrationDossier | null;
};

const SHOWN = columnsOf(registrations, ['lowered', 'words']);

/** The register as it stood, each line as far as its reader is told. The past knows no deadline of a cycle. */
export const linesByThen = (db: ReadModelsDb, { appraiser, ...asOf }: AsOf & { readonly appraiser?: Appraiser }) => {
  const rows = rowsByThen(db, 'registrations', asOf);
  return db
    .selectFrom((appraiser === undefined ? rows : shownTo(db, rows, appraiser)).as('r'))
    .leftJoin(openDeadlines(db).as('open'), (join) =>
      join
        .onRef('open.ofCycle', '=', 'r.cycleId')
        .onRef('open.owedIn', '=', 'r.status')
        .on(sql.lit(!isCutOff(asOf))),
    )
    .select((line) => SHOWN.map((name) => (name === 'dueOn' ? dueOn(line) : line.ref(name)).as(name)))
    .$castTo<RegistrationLine>();
};

/** What is hidden is hidden before anything is asked of it: no filter and no order tells it. */
const shownTo = (db: ReadModelsDb, rows: ReturnType<typeof rowsByThen<'registrations'>>, appraiser: Appraiser) =>
  db
    .selectFrom(rows.as('row'))
    .innerJoinLateral(
      // Asked once a row: without `offset` PostgreSQL would ask it for each column.
      ({ ref }) => {
        const hidden = nameOnly(db, appraiser, { id: ref('row.id'), unitId: ref('row.unitId') });
        return sql<{ hidden: boolean }>`(select ${hidden} as hidden offset 0)`.as('sight');
      },
      (join) => join.onTrue(),
    )
    .select(columnsOf(registrations, DOSSIER_COLUMNS))
    .select(({ ref }) =>
      DOSSIER_COLUMNS.map((name) => sql`case when ${ref('sight.hidden')} then null else ${ref(name)} end`.as(name)),
    )
    .$castTo<RegistrationTableRow>();

/** The register: what matches, page by page. */
export const searchRegistrations = (db: ReadModelsDb, query: RegistrationQuery): Promise<Page<RegistrationLine>> =>
  pageOf(linesByThen(db, query), query, (line) => ({
    where: [
      ofUnits(line.ref('unitId'), query),
      oneOf(line.ref('id'), query.ids),
      equals(line.ref('cycleId'), query.cycleId),
      oneOf(line.ref('status'), query.status),
      equals(line.ref('field'), query.field),
      equals(line.ref('subjectType'), query.subjectType),
      contains(line.ref('programmeTags'), query.tag),
      equals(line.ref('typical'), query.typical),
      equals(line.ref('modelId'), query.modelId),
      wordsMatch(line.ref('words'), query.q),
      query.overdueOn === undefined ? undefined : overdueOn(db, line, query.overdueOn, query),
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
  const columns = {
    name: alphabetical(line.ref('name')),
    statusSince: line.ref('statusSince'),
    registeredOn: line.fn.coalesce('registeredOn', sql.lit('')),
    dueOn: line.fn.coalesce(dueOn(line), sql.lit('9999-12-31')),
  };
  const sorted = sortedBy(columns, sort, line.ref('id'));
  return q === undefined || q.trim() === '' ? sorted : [{ by: distance(line.ref('lowered'), q) }, ...sorted];
};

/**
 * One registration with its dossier, as it is or as it stood, as far as the sight goes. Undefined when there is none
 * within the scope.
 */
export const getRegistration = async (
  db: ReadModelsDb,
  {
    id,
    scope,
    sight,
    ...asOf
  }: { readonly id: string; readonly scope: Scope; readonly sight: registration.Sight } & AsOf,
): Promise<RegistrationDetail | undefined> => {
  const row = await linesByThen(db, asOf)
    .where((line) => allOf(line('id', '=', id), within(line.ref('unitId'), scope)))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (sight === 'NAME') return { ...row, ...NOT_TOLD, dossier: null };
  return { ...row, dossier: dossierOf(await registrationTrail(db, { id, ...asOf }), sight) };
};

const NOT_TOLD = Object.fromEntries(DOSSIER_COLUMNS.map((name) => [name, null])) as Readonly<Record<Hideable, null>>;

/** What continues or replicates one of these registrations, whatever became of it, in the order of its ids. */
export const registrationsFrom = (
  db: ReadModelsDb,
  { originIds, ...request }: PageRequest & { readonly originIds: readonly string[] },
): Promise<Page<Pick<RegistrationRow, 'id' | 'originId' | 'status'>>> =>
  pageOf(db.selectFrom('registrations').select(['id', 'originId', 'status']), request, (line) => ({
    where: [oneOf(line.ref('originId'), originIds)],
    order: ascending(line.ref('id')),
  }));

/** The names of registrations as they are today, by id. */
export const namesOfRegistrations = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('registrations')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'name']),
  );

/** Whose registrations are, by id. */
export const unitsOfRegistrations = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('registrations')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'unitId as name']),
  );

/** What registrations were called at a revision of each, by id. */
export const namesAtRevisions = (
  db: ReadModelsDb,
  of: readonly { readonly id: string; readonly revision: number }[],
): Promise<ReadonlyMap<string, string>> => {
  const [ids, revisions] = [of.map(({ id }) => id), of.map(({ revision }) => revision)];
  const asked = sql<{ id: string; revision: number }>`unnest(${ids}::text[], ${revisions}::int[])`;
  return namesIn(
    db
      .selectFrom('registerHistory as then')
      .innerJoin(asked.as<'asked'>(sql`asked(id, revision)`), (on) =>
        on.onRef('asked.id', '=', 'then.id').onRef('asked.revision', '>=', 'then.revision'),
      )
      .distinctOn('then.id')
      .select(['then.id', 'then.name'])
      .orderBy('then.id')
      .orderBy('then.position', 'desc'),
  );
};

/** The ids of the registrations of units, for a question about what names them. */
export const registrationsOfUnits = (db: ReadModelsDb, unitIds: readonly string[]) =>
  db
    .selectFrom('registrations')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select('id');

/** The streams of the registrations of units. */
export const registrationStreams = (db: ReadModelsDb, unitIds?: readonly string[]) =>
  db
    .selectFrom('registrations')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select(({ ref }) => streamOf('registration', ref('id')));

/** What decides how much of a registration somebody is told. */
export interface SightedLine extends Pick<RegistrationRow, 'unitId' | 'status' | 'regulationId'> {
  /** Theirs in its team; null where they were never on it. */
  readonly standing: AppraiserRow['standing'] | null;
}

/** What decides how much of registrations a person is told, by id. */
export const sightedLines = async (
  db: ReadModelsDb,
  { ids, personId }: { readonly ids: readonly string[]; readonly personId: string },
): Promise<ReadonlyMap<string, SightedLine>> => {
  const rows = await db
    .selectFrom('registrations')
    .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
    .select(['id', 'unitId', 'status', 'regulationId'])
    .select(({ ref }) => standingOf(db, personId, ref('registrations.id')).as('standing'))
    .execute();
  return new Map(rows.map(({ id, ...line }) => [id, line]));
};

/** Ids of the registrations of one model, in every cycle. */
export const registrationsOfModel = async (db: ReadModelsDb, modelId: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('registrations').select('id').where('modelId', '=', modelId).orderBy('id').execute();
  return rows.map(({ id }) => id);
};
