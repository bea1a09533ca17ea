import { sql, type Kysely } from 'kysely';
import type { Instant } from '#domain';
import { DatabaseError } from '#postgres';
import type { IfThere } from './settings.ts';

/** Whose a view is: one person's, or shared by a unit. */
export type ViewOwner = { readonly personId: string } | { readonly unitId: string };

/** How a list is shown: what it is narrowed to and sorted by, and its columns. */
interface ViewContent {
  readonly list: string;
  readonly name: string;
  /** The query of the list's address, as the page that shows it has it. */
  readonly query: string;
  /** In their order; the list's own when empty. */
  readonly columns: readonly string[];
}

export type SavedView = ViewContent & {
  readonly id: string;
  /** Grows by one with each change, from 1. */
  readonly version: number;
  /** Who saved it last. */
  readonly personId: string;
  /** The unit that shares it; null for one's own. */
  readonly unitId: string | null;
};

/** Views that one person, or one unit, may keep of all lists together. */
export const MOST_VIEWS = 50;

export interface ViewBook {
  /** Those of some owners, by name: at most {@link MOST_VIEWS} of each. */
  of(owners: readonly ViewOwner[]): Promise<readonly SavedView[]>;
  /**
   * Keeps a view under its id. One that is there is changed where its version is asked for, and else is `stale`, unless it
   * says the same already.
   */
  save(
    view: { readonly owner: ViewOwner; readonly id: string; readonly content: ViewContent } & IfThere,
    by: { readonly personId: string; readonly at: Instant },
  ): Promise<SavedView | 'stale' | 'name-taken' | 'too-many'>;
  /** Removes it; one that is gone stays so. `stale` when it is not of a version that is asked for. */
  remove(view: { readonly owner: ViewOwner; readonly id: string } & IfThere): Promise<'removed' | 'stale'>;
}

interface Row extends Omit<SavedView, 'unitId' | 'personId'> {
  readonly owner: string;
  readonly changed_by: string;
}

const UNIQUE_VIOLATION = '23505';
const BY_NAME = 'views_by_name';
const COLUMNS = sql.raw('owner, id, version, list, name, query, columns, changed_by');
const UNIT = 'unit:';

const keyOf = (owner: ViewOwner): string => ('unitId' in owner ? `${UNIT}${owner.unitId}` : `person:${owner.personId}`);

const viewOf = ({ owner, changed_by: personId, ...row }: Row): SavedView => ({
  ...row,
  personId,
  unitId: owner.startsWith(UNIT) ? owner.slice(UNIT.length) : null,
});

const saysTheSame = (one: ViewContent, other: ViewContent): boolean =>
  (['list', 'name', 'query'] as const).every((field) => one[field] === other[field]) &&
  JSON.stringify(one.columns) === JSON.stringify(other.columns);

export const createViewBook = (db: Kysely<unknown>): ViewBook => {
  const find = async (owner: string, id: string): Promise<Row | undefined> => {
    const { rows } = await sql<Row>`
      select ${COLUMNS} from kheo_preferences.views where owner = ${owner} and id = ${id}`.execute(db);
    return rows[0];
  };

  return {
    async of(owners) {
      const { rows } = await sql<Row>`
        select ${COLUMNS} from kheo_preferences.views where owner = any(${owners.map(keyOf)}::text[])
        order by lower(name), owner, id`.execute(db);
      return rows.map(viewOf);
    },

    async save({ owner, id, content, ifMatch }, by) {
      const there = await find(keyOf(owner), id);
      if (there !== undefined && ifMatch === undefined) return saysTheSame(there, content) ? viewOf(there) : 'stale';
      if (there === undefined && ifMatch !== undefined) return 'stale';
      const row = { owner: keyOf(owner), id, ...content, ...by };
      try {
        const versions =
          there === undefined || ifMatch === undefined ? [] : ifMatch === 'ANY' ? [there.version] : ifMatch;
        const written = there === undefined ? inserted(row) : changed(row, versions);
        const [view] = (await written.execute(db)).rows;
        return view === undefined ? (there === undefined ? 'too-many' : 'stale') : viewOf(view);
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
        return error.constraint === BY_NAME ? 'name-taken' : 'stale';
      }
    },

    async remove({ owner, id, ifMatch = null }) {
      if (ifMatch === 'ANY' && (await find(keyOf(owner), id)) === undefined) return 'stale';
      const versions = ifMatch === 'ANY' ? null : ifMatch;
      await sql`
        delete from kheo_preferences.views where owner = ${keyOf(owner)} and id = ${id}
          and (${versions}::integer[] is null or version = any(${versions}::integer[]))`.execute(db);
      return (await find(keyOf(owner), id)) === undefined ? 'removed' : 'stale';
    },
  };
};

type ViewToWrite = ViewContent & {
  readonly owner: string;
  readonly id: string;
  /** Who saved it last. */
  readonly personId: string;
  readonly at: Instant;
};

const inserted = ({ owner, id, list, name, query, columns, personId, at }: ViewToWrite) => sql<Row>`
  insert into kheo_preferences.views (owner, id, version, list, name, query, columns, changed_by, changed_at)
  select ${owner}, ${id}::uuid, 1, ${list}, ${name}, ${query}, ${columns}::text[], ${personId}::uuid,
    ${at}::timestamptz
  where (select count(*) from kheo_preferences.views where owner = ${owner}) < ${MOST_VIEWS}
  returning ${COLUMNS}`;

const changed = ({ owner, id, list, name, query, columns, personId, at }: ViewToWrite, versions: readonly number[]) =>
  sql<Row>`
  update kheo_preferences.views set version = version + 1, list = ${list}, name = ${name}, query = ${query},
    columns = ${columns}::text[], changed_by = ${personId}, changed_at = ${at}
  where owner = ${owner} and id = ${id} and version = any(${versions}::integer[])
  returning ${COLUMNS}`;
