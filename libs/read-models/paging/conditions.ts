import { fold } from '#domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { searchQuery } from '../tables/search.ts';
import type { AsOf, Scope } from './page.ts';

type Condition = RawBuilder<boolean>;

/** All of the conditions; those that are not asked for are undefined. */
export const allOf = (...conditions: readonly (Condition | undefined)[]): Condition => {
  const asked = conditions.filter((condition) => condition !== undefined);
  return asked.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(asked, sql` and `)}`;
};

export const equals = (column: string, value: string | number | undefined): Condition | undefined =>
  value === undefined ? undefined : sql<boolean>`${sql.ref(column)} = ${value}`;

export const oneOf = (column: string, values: readonly string[] | undefined): Condition | undefined =>
  values === undefined ? undefined : sql<boolean>`${sql.ref(column)} = any(${values}::text[])`;

export const contains = (column: string, value: string | undefined): Condition | undefined =>
  value === undefined ? undefined : sql<boolean>`${sql.ref(column)} @> ${[value]}::text[]`;

/** What the reader may see. A scope of no units sees nothing. */
export const within = (scope: Scope, column = 'unit_id'): Condition | undefined =>
  scope === 'all' ? undefined : oneOf(column, scope.unitIds);

/** In force on the date, and recorded by the instant. */
export const byThen = ({ asOf, knownAt }: AsOf, effective = 'effective_on', recorded = 'recorded_at'): Condition =>
  allOf(
    asOf === undefined ? undefined : sql<boolean>`${sql.ref(effective)} <= ${asOf}`,
    knownAt === undefined ? undefined : sql<boolean>`${sql.ref(recorded)} <= ${knownAt}`,
  );

/**
 * Where rows are read from: the live table, or its history cut off at the date and the instant, with the last row of
 * each id. Both have the columns of the live table. `of` narrows by columns that never change for an id.
 */
export const rowsByThen = (asOf: AsOf, live: string, history: string, of: Condition = allOf()): RawBuilder<unknown> =>
  asOf.asOf === undefined && asOf.knownAt === undefined
    ? sql`(select * from ${sql.table(live)} where ${of})`
    : sql`(select distinct on (id) * from ${sql.table(history)}
        where ${allOf(of, byThen(asOf))} order by id, position desc)`;

/** True for names that contain what was typed, whatever the case and diacritics. */
export const nameContains = (column: string, typed: string | undefined): Condition | undefined =>
  typed === undefined || fold(typed) === '' ? undefined : sql<boolean>`strpos(${sql.ref(column)}, ${fold(typed)}) > 0`;

/** Every word typed begins a word of the name, whatever its diacritics. A text without words matches nothing. */
export const wordsMatch = (typed: string | undefined): Condition | undefined => {
  if (typed === undefined || typed.trim() === '') return undefined;
  const words = searchQuery(typed);
  return words === null ? sql<boolean>`false` : sql<boolean>`words @@ ${words}::tsquery`;
};
