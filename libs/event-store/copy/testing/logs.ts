import fc from 'fast-check';
import { newEvent, withSparsePositions } from '../../contract/index.ts';
import { createMemoryEventStore } from '../../memory/index.ts';
import type { EventStore, NewEvent, StoredEvent } from '../../event-store.port.ts';
import { copyLog } from '../copy-log.ts';
import type { TwoLogs } from '../two-logs.ts';

/** The appends of a history, in order: which stream, and what its events say. */
export type History = readonly (readonly [stream: number, data: readonly unknown[]])[];

export const histories = (options: { readonly minLength: number }): fc.Arbitrary<History> =>
  fc.array(fc.tuple(fc.nat(3), fc.array(fc.jsonValue(), { minLength: 1, maxLength: 3 })), {
    ...options,
    maxLength: 20,
  });

/** A log with a history in it. */
export async function logOf(history: History): Promise<EventStore> {
  const store = createMemoryEventStore();
  for (const [stream, data] of history)
    await add(
      store,
      `unit-${stream}`,
      data.map((each) => newEvent(each)),
    );
  return store;
}

export async function add(store: EventStore, stream: string, events: readonly NewEvent[]): Promise<void> {
  const there = await store.readStream(stream, { from: 0, limit: 10_000 });
  const answer = await store.append(stream, there.length === 0 ? 'no-stream' : there.length - 1, events);
  if (answer.kind !== 'appended' || answer.repeated) throw new Error(`not appended: ${answer.kind}`);
}

export const emptyLog = (): EventStore => withSparsePositions(createMemoryEventStore());

/** The first events of a log, in another store whose positions are others; `change` makes each what is stored. */
export async function copyOf(
  log: EventStore,
  length = Infinity,
  change = (event: StoredEvent): StoredEvent => event,
): Promise<EventStore> {
  const store = emptyLog();
  for (const event of (await contents(log)).slice(0, length)) {
    const { stream, id, type, version, data, meta } = change(event);
    await add(store, stream, [{ id, type, version, data, meta }]);
  }
  return store;
}

export const contents = async (log: EventStore): Promise<StoredEvent[]> =>
  (await log.readAll({ after: 0, limit: 100_000 })).events;

/** Events without their positions. */
export const facts = async (log: EventStore): Promise<unknown[]> =>
  (await contents(log)).map(({ position: _, ...event }) => event);

export const twoLogs = (from: EventStore, to: EventStore, more: Partial<TwoLogs> = {}): TwoLogs => ({
  from,
  to,
  pause: () => Promise.resolve(),
  pageSize: 4,
  ...more,
});

/** What happens at the nth append, from 1: before it reaches the store, and before the answer reaches the caller. */
export interface Incident {
  readonly before?: (nth: number) => unknown;
  readonly after?: (nth: number) => unknown;
}

/** For a store of {@link emptyLog}, whose methods know no `this`. */
export function withIncidents(store: EventStore, { before, after }: Incident): EventStore {
  let nth = 0;
  return {
    ...store,
    append: async (...append: Parameters<EventStore['append']>) => {
      nth += 1;
      const own = nth;
      await before?.(own);
      const answer = await store.append(...append);
      await after?.(own);
      return answer;
    },
  };
}

/** A run whose process dies at an append: nothing reaches the store behind it, and the run ends without a word. */
export async function runThatDies(from: EventStore, to: EventStore, at: number, stored: boolean): Promise<void> {
  const die = (when: boolean) => (nth: number) => {
    if (nth > at || (nth === at && when)) throw new Error('dead');
  };
  await copyLog(twoLogs(from, withIncidents(to, { before: die(!stored), after: die(stored) }))).catch(() => undefined);
}
