import type { DataOf, EventType } from '#domain';

/** What happened, in the past tense and without the actor, who stands beside it. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/**
 * One sentence for each event type: a type without one does not compile. `besides` is what it tells that the event does
 * not hold: the name of an item, or which time a report is handed in.
 */
export type Sentences<Type extends EventType> = {
  readonly [T in Type]: (data: DataOf<T>, besides: string | undefined) => Sentence;
};

export { dayMonthYear as day } from '#domain';

/** Hundredths of a point as both languages write them: `82,5` and `82.5`. */
export const points = (centipoints: number): Sentence => {
  const text = (centipoints / 100).toString();
  return { vi: text.replace('.', ','), en: text };
};

/** A number of things in English: `1 item`, `2 items`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
