import { addDays, fold } from '#domain';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { searchQuery, sought } from '../tables/search.ts';
import type { AsOf, Scope } from './page.ts';

export type Condition = Expression<SqlBool>;

/** All of the conditions; those that are not asked for are undefined. */
export const allOf = (...conditions: readonly (Condition | undefined)[]): Condition =>
  expressionBuilder<object>().and(conditions.filter((condition) => condition !== undefined));

export const equals = <Value>(column: Expression<Value>, value: NoInfer<Value> | undefined): Condition | undefined =>
  value === undefined ? undefined : sql<boolean>`${column} = ${value}`;

export const oneOf = <Value extends string | null>(
  column: Expression<Value>,
  values: readonly NoInfer<Value>[] | undefined,
): Condition | undefined => (values === undefined ? undefined : sql<boolean>`${column} = any(${values}::text[])`);

export const contains = (column: Expression<readonly string[]>, value: string | undefined): Condition | undefined =>
  value === undefined ? undefined : sql<boolean>`${column} @> ${[value]}::text[]`;

/** What the reader may see, by the unit it belongs to. A scope of no units sees nothing. */
export const within = (unitId: Expression<string>, scope: Scope): Condition | undefined =>
  scope === 'all' ? undefined : oneOf(unitId, scope.unitIds);

/** What the reader may see of the units that are asked for. */
export const ofUnits = (
  unitId: Expression<string>,
  { scope, unitIds }: { readonly scope: Scope; readonly unitIds?: readonly string[] },
): Condition => allOf(within(unitId, scope), oneOf(unitId, unitIds));

/** In force on the date, and recorded by the instant. */
export const byThen = (
  effectiveOn: Expression<string | null>,
  recordedAt: Expression<string | null>,
  { asOf, knownAt }: AsOf,
): Condition =>
  allOf(
    asOf === undefined ? undefined : sql<boolean>`${effectiveOn} <= ${asOf}`,
    knownAt === undefined ? undefined : sql<boolean>`${recordedAt} <= ${knownAt}`,
  );

/** Recorded on these days in Vietnam; both ends belong to them. */
export const recordedWithin = (
  recordedAt: Expression<string>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Condition =>
  allOf(
    from === undefined ? undefined : sql<boolean>`${recordedAt} >= ${startOf(from)}`,
    to === undefined ? undefined : sql<boolean>`${recordedAt} < ${startOf(addDays(to, 1))}`,
  );

/** The instant at which a day begins in Vietnam. */
const startOf = (date: string): string => `${addDays(date, -1)}T17:00:00.000Z`;

/** True for names that contain what was typed, whatever the case and diacritics, and whether with `i` or `y`. */
export const nameContains = (folded: Expression<string>, typed: string | undefined): Condition | undefined =>
  typed === undefined || fold(typed) === ''
    ? undefined
    : sql<boolean>`strpos(translate(${folded}, 'y', 'i'), ${sought(typed)}) > 0`;

/** Every word typed begins a word of the name, whatever its diacritics. A text without words matches nothing. */
export const wordsMatch = (vector: Expression<string>, typed: string | undefined): Condition | undefined => {
  if (typed === undefined || typed.trim() === '') return undefined;
  const words = searchQuery(typed);
  return words === null ? sql<boolean>`false` : sql<boolean>`${vector} @@ ${words}::tsquery`;
};
