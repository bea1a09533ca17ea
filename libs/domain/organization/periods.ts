import { addDays, isLocalDate, type LocalDate, type Period } from '../kernel/index.ts';

/** A value and the first day on which it holds; it holds until the next entry of its history. */
export interface Dated<Value> {
  readonly from: LocalDate;
  readonly value: Value;
}

/** What held on a day, in a history ordered by date. Before the first entry, the first one: nothing older is known. */
export const valueOn = <Value>(history: readonly Dated<Value>[], date: LocalDate): Value | undefined =>
  (history.findLast((entry) => entry.from <= date) ?? history[0])?.value;

/** True when every day of `inner` belongs to `outer`. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.from <= inner.from && (outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until));

/** True when both have a day in common. A period that ends before it begins has none. */
export const overlap = (one: Period, other: Period): boolean =>
  isSpan(one) && isSpan(other) && !endsBefore(one, other.from) && !endsBefore(other, one.from);

/** True when the period has a day behind `date`. */
export const lastsAfter = (period: Period, date: LocalDate): boolean =>
  isSpan(period) && (period.until === undefined || period.until > date);

/** The entries of a history as periods; the last one runs on to `until`, if there is one. */
export const spansOf = <Value>(
  history: readonly Dated<Value>[],
  until?: LocalDate,
): readonly (Period & { readonly value: Value })[] =>
  history.map(({ from, value }, index) => {
    const next = history[index + 1];
    return { value, ...span(from, next === undefined ? until : earlier(addDays(next.from, -1), until)) };
  });

export const span = (from: LocalDate, until?: LocalDate): Period => (until === undefined ? { from } : { from, until });

export const earlier = (one: LocalDate, other: LocalDate | undefined): LocalDate =>
  other === undefined || one < other ? one : other;

/** The days both have in common; undefined when there are none. */
export const intersection = (one: Period, other: Period): Period | undefined => {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until === undefined ? other.until : earlier(one.until, other.until);
  return until !== undefined && until < from ? undefined : span(from, until);
};

/** An instant as the log writes it: UTC with milliseconds, so that instants sort as text. */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) && isLocalDate(text.slice(0, 10));

const isSpan = (period: Period): boolean => period.until === undefined || period.until >= period.from;

const endsBefore = (period: Period, date: LocalDate): boolean => period.until !== undefined && period.until < date;
