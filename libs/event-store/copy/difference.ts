import type { StoredEvent } from '../event-store.port.ts';
import type { Pair } from './two-logs.ts';

/** All that an event is, but for its position, which is each store's own. */
const FIELDS = ['stream', 'revision', 'id', 'type', 'version', 'data', 'meta'] as const;

/** Where two logs part: the nth event, counted from 1. */
export type Difference =
  | {
      readonly kind: 'differs';
      readonly nth: number;
      readonly from: StoredEvent;
      readonly to: StoredEvent;
      readonly fields: readonly (typeof FIELDS)[number][];
    }
  /** The target has ended. */
  | { readonly kind: 'missing'; readonly nth: number; readonly from: StoredEvent }
  /** The source has ended. */
  | { readonly kind: 'foreign'; readonly nth: number; readonly to: StoredEvent };

/** The event as one line of JSON, keys of `data` and `meta` as they were stored: equal events have equal lines. */
export const lineOf = (event: StoredEvent): string => JSON.stringify(FIELDS.map((field) => event[field]));

/** How the events at one place differ; `undefined` when they are the same. */
export function differenceIn({ nth, from, to }: Pair): Difference | undefined {
  if (from && to) {
    if (lineOf(from) === lineOf(to)) return undefined;
    const fields = FIELDS.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]));
    return { kind: 'differs', nth, from, to, fields };
  }
  if (from) return { kind: 'missing', nth, from };
  return to && { kind: 'foreign', nth, to };
}
