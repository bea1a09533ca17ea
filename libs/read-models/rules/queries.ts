import { registration, type LocalDate } from '#domain';
import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, nameContains, oneOf } from '../paging/conditions.ts';
import { alphabetical, pageOf, sortedBy } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import type { Page, PageRequest } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { cycles, regulations, type CycleRow, type RegulationRow } from './table.ts';
import { streamOf } from '../paging/streams.ts';

interface CycleQuery extends PageRequest {
  /** Part of the name or of the movement's. */
  readonly q?: string;
  readonly status?: CycleRow['status'];
  readonly year?: number;
  /** Ascending, or descending with `-`. `-year` when absent. */
  readonly sort?: 'year' | '-year' | 'name' | '-name';
}

export type RegulationItem = Omit<RegulationRow, 'content' | 'warnings'>;

interface RegulationQuery extends PageRequest {
  readonly status?: RegulationRow['status'];
  /** Part of the title or of the number. */
  readonly q?: string;
  /** Ascending, or descending with `-`; drafts are of the days to come. `-fromOn` when absent. */
  readonly sort?: 'fromOn' | '-fromOn' | 'title' | '-title';
}

const CYCLE = columnsOf(cycles, ['folded']);

/** The years and phases of the movement, newest first. */
export const listCycles = (
  db: ReadModelsDb,
  { status, year, q, sort = '-year', ...page }: CycleQuery,
): Promise<Page<CycleRow>> =>
  pageOf(db.selectFrom('cycles').select(CYCLE), page, (cycle) => ({
    where: [
      equals(cycle.ref('status'), status),
      year === undefined ? undefined : cycle('year', '<=', year),
      year === undefined ? undefined : cycle(cycle.fn.coalesce('untilYear', 'year'), '>=', year),
      nameContains(cycle.ref('folded'), q),
    ],
    order: sortedBy({ year: cycle.ref('year'), name: alphabetical(cycle.ref('name')) }, sort, cycle.ref('id')),
  }));

export const getCycle = (db: ReadModelsDb, id: string): Promise<CycleRow | undefined> =>
  db.selectFrom('cycles').select(CYCLE).where('id', '=', id).executeTakeFirst();

/** What an open cycle waits for until a day: what its registrations in a status owe it. */
export interface OpenDeadline {
  readonly ofCycle: string;
  readonly owedIn: registration.Status;
  readonly deadline: LocalDate;
}

/** Until when each open cycle waits for its registrations, by the status in which they owe it something. */
export const openDeadlines = (db: ReadModelsDb) => {
  const until = (
    deadline: 'registrationDeadline' | 'dossierDeadline' | 'appraisalDeadline',
    statuses: readonly registration.Status[],
  ) =>
    db
      .selectFrom('cycles')
      .where('status', '=', 'OPEN')
      .select([
        'id as ofCycle',
        sql<registration.Status>`unnest(${statuses}::text[])`.as('owedIn'),
        `${deadline} as deadline`,
      ]);
  const { REGISTRATION, DOSSIER, APPRAISAL } = registration.DUE_BY_CYCLE;
  return until('registrationDeadline', REGISTRATION)
    .unionAll(until('dossierDeadline', DOSSIER))
    .unionAll(until('appraisalDeadline', APPRAISAL));
};

/** Every version of the rules ever written, the latest in force first; drafts lead. */
export const listRegulations = (
  db: ReadModelsDb,
  { status, q, sort = '-fromOn', ...page }: RegulationQuery,
): Promise<Page<RegulationItem>> =>
  pageOf(
    db.selectFrom('regulations').select(columnsOf(regulations, ['content', 'warnings', 'folded'])),
    page,
    (regulation) => ({
      where: [equals(regulation.ref('status'), status), nameContains(regulation.ref('folded'), q)],
      order: sortedBy(
        {
          fromOn: regulation.fn.coalesce('fromOn', sql.lit('9999-12-31')),
          title: alphabetical(regulation.ref('title')),
        },
        sort,
        regulation.ref('id'),
      ),
    }),
  );

/** What every regulation says, drafts too: few, however many reports there are. */
export const listRegulationContents = (db: ReadModelsDb): Promise<Pick<RegulationRow, 'id' | 'content'>[]> =>
  db.selectFrom('regulations').select(['id', 'content']).execute();

export const getRegulation = (db: ReadModelsDb, id: string): Promise<RegulationRow | undefined> =>
  db
    .selectFrom('regulations')
    .select(columnsOf(regulations, ['folded']))
    .where('id', '=', id)
    .executeTakeFirst();

/** The names of cycles, by id. */
export const namesOfCycles = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('cycles')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'name']),
  );

/** The titles of regulations, by id. */
export const titlesOfRegulations = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('regulations')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'title as name']),
  );

/** The streams of the regulations and cycles of units. */
export const ruleStreams = (db: ReadModelsDb, unitIds?: readonly string[]) =>
  db
    .selectFrom('regulations')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select(({ ref }) => streamOf('regulation', ref('id')))
    .unionAll(
      db
        .selectFrom('cycles')
        .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
        .select(({ ref }) => streamOf('cycle', ref('id'))),
    );

/** What the fields or programme tags are called by the latest regulation that has them: few, however many models there are. */
export const namesOfCodes = async (db: ReadModelsDb, of: 'field' | 'tag'): Promise<ReadonlyMap<string, string>> => {
  const contents = await db.selectFrom('regulations').select('content').orderBy('position').execute();
  const named = contents.flatMap(({ content }) => (of === 'field' ? content.fields : content.programmeTags));
  return new Map(named.map(({ code, name }) => [code, name]));
};

/** What the fields and programme tags of cycles are called by the regulation of each, by cycle and code. */
export const namesOfCodesIn = async (
  db: ReadModelsDb,
  cycleIds: readonly string[],
): Promise<(cycleId: string, code: string) => string | undefined> => {
  const found = await db
    .selectFrom('cycles as c')
    .innerJoin('regulations as r', 'r.id', 'c.regulationId')
    .where(({ ref }) => allOf(oneOf(ref('c.id'), cycleIds)))
    .select(['c.id', 'r.content'])
    .execute();
  const byCycle = new Map(
    found.map(({ id, content: { fields, programmeTags } }) => [
      id,
      new Map([...fields, ...programmeTags].map(({ code, name }) => [code, name])),
    ]),
  );
  return (cycleId, code) => byCycle.get(cycleId)?.get(code);
};

/** The years of cycles, the first of several, by id. */
export const yearsOfCycles = async (db: ReadModelsDb, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('cycles')
    .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
    .select(['id', 'year'])
    .execute();
  return new Map(rows.map(({ id, year }) => [id, year]));
};
