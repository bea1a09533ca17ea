import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, contains, equals, oneOf, rowsByThen, within, wordsMatch } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { SortKey } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { GetRegistration, RegistrationQuery, SearchRegistrations } from './queries.port.ts';
import { lowered, typedWords } from '../tables/search.ts';
import { entriesOf } from '../timeline/queries.ts';
import { dossierOf } from './dossier.ts';
import { registrations } from './table.ts';
import type { RegistrationRow } from './table.ts';

const LIVE = 'read_models.registrations';
const HISTORY = 'read_models.register_history';
const SHOWN = columnsOf(registrations, 'r', ['folded', 'lowered', 'words']);

/** The register: what matches, page by page. */
export const searchRegistrations: SearchRegistrations = async (db, query) => {
  const page = keyset(query, orderOf(query));
  const { rows } = await sql<RegistrationRow & { cursor: readonly CursorValue[] }>`
    select ${SHOWN}, ${page.cursor} as cursor from ${rowsByThen(query, LIVE, HISTORY)} r
    where ${filterOf(query)} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<RegistrationRow>(rows);
};

const filterOf = (query: RegistrationQuery): RawBuilder<boolean> =>
  allOf(
    within(query.scope),
    oneOf('unit_id', query.unitIds),
    equals('cycle_id', query.cycleId),
    oneOf('status', query.status),
    equals('field', query.field),
    equals('subject_type', query.subjectType),
    contains('programme_tags', query.tag),
    equals('model_id', query.modelId),
    wordsMatch(query.q),
  );

/** 0 for a name that contains what was typed as it was typed; then by how many of its words differ in diacritics. */
const distance = (typed: string): RawBuilder<unknown> => {
  const missing = typedWords(typed).map((word) => sql`(case when strpos(lowered, ${word}) = 0 then 1 else 0 end)`);
  const sum = missing.length === 0 ? sql`0` : sql.join(missing, sql` + `);
  return sql`(case when strpos(lowered, ${lowered(typed)}) > 0 then 0 else 1 + ${sum} end)`;
};

const COLUMNS = { name: 'folded', statusSince: 'status_since', registeredOn: 'registered_on' } as const;

const orderOf = ({ q, sort = '-statusSince' }: RegistrationQuery): SortKey[] => {
  const descending = sort.startsWith('-');
  const column = COLUMNS[(descending ? sort.slice(1) : sort) as keyof typeof COLUMNS];
  const by = column === 'registered_on' ? sql`coalesce(r.registered_on, '')` : sql.ref(`r.${column}`);
  const sorted: SortKey[] = [
    { by, descending },
    { by: sql`r.id`, descending },
  ];
  return q === undefined || q.trim() === '' ? sorted : [{ by: distance(q) }, ...sorted];
};

/** One registration with its dossier, as it is or as it stood. */
export const getRegistration: GetRegistration = async (db, { id, scope, ...asOf }) => {
  const line = sql<RegistrationRow>`select ${SHOWN} from ${rowsByThen(asOf, LIVE, HISTORY)} r
    where ${allOf(sql<boolean>`r.id = ${id}`, within(scope))}`;
  const [row] = (await line.execute(db)).rows;
  if (!row) return undefined;
  const entries = await entriesOf(db, { stream: `registration-${id}`, ...asOf });
  return { ...row, dossier: dossierOf(entries) };
};

/** The names of registrations as they are today, by id. */
export const namesOfRegistrations = async (
  db: ReadModelsDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from read_models.registrations where id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
