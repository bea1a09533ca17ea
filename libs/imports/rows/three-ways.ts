import type { Instant } from '#domain';

/** What a row says, by column. */
export type Values = Readonly<Record<string, string>>;

/** What the log knows of a thing that came from a list. */
export interface ListedThing {
  /** As it is now. */
  readonly now: Values;
  /** As the list said last. */
  readonly listed: Values;
  /** When a person last made it other than the list said. */
  readonly byHandAt?: Instant;
  readonly revision: number;
  /** Position of the last event that came from a list. */
  readonly listedAtPosition: number;
}

/** What a row is to do to a thing that is there. */
export interface Difference {
  /** Columns that the list changed since it was imported last. */
  readonly changed: readonly string[];
  /** Columns that the list says as before, and a person changed since: they stay. */
  readonly byHand: readonly string[];
  /** Columns that both changed, not to the same. */
  readonly conflicting: readonly string[];
}

/** Compares what a row says with what it said when it was imported last, and with what there is now. */
export const differenceOf = (row: Values, { now, listed }: ListedThing): Difference => {
  const other = Object.keys(row).filter((key) => (row[key] ?? '') !== (now[key] ?? ''));
  const asBefore = (key: string): boolean => (row[key] ?? '') === (listed[key] ?? '');
  const untouched = (key: string): boolean => (now[key] ?? '') === (listed[key] ?? '');
  return {
    byHand: other.filter(asBefore),
    changed: other.filter((key) => !asBefore(key) && untouched(key)),
    conflicting: other.filter((key) => !asBefore(key) && !untouched(key)),
  };
};

/** One more event of a thing: what it changed came from the list, or from a person. */
export const afterEvent = (
  thing: ListedThing | undefined,
  now: Values,
  event: { readonly revision: number; readonly position: number; readonly recordedAt: Instant },
  fromList: boolean,
): ListedThing => {
  const { revision, position, recordedAt } = event;
  if (thing === undefined)
    return { now, listed: fromList ? now : {}, revision, listedAtPosition: fromList ? position : 0 };
  const touched = [...new Set([...Object.keys(now), ...Object.keys(thing.now)])].filter(
    (key) => (now[key] ?? '') !== (thing.now[key] ?? ''),
  );
  if (!fromList) return { ...thing, now, revision, ...(touched.length === 0 ? {} : { byHandAt: recordedAt }) };
  const listed = Object.fromEntries(touched.map((key) => [key, now[key] ?? '']));
  return { ...thing, now, revision, listed: { ...thing.listed, ...listed }, listedAtPosition: position };
};
