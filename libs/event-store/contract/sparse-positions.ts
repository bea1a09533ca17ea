import { UnknownPositionError, type EventStore, type Position, type StoredEvent } from '../event-store.port.ts';

/**
 * The same log under positions that only grow, as a store whose positions are places in a file would tell them. Refuses a
 * position that it never told, so whoever counts with positions is found out.
 */
export function withSparsePositions(store: EventStore): EventStore {
  const told = (event: StoredEvent): StoredEvent => ({ ...event, position: sparse(event.position) });
  return {
    append: async (stream, expected, events) => {
      const answer = await store.append(stream, expected, events);
      return answer.kind === 'appended' ? { ...answer, position: sparse(answer.position) } : answer;
    },
    readStream: async (stream, options) => (await store.readStream(stream, options)).map(told),
    readAll: async (options) => {
      const { events, upTo } = await store.readAll({ ...options, after: dense(options.after) });
      return { events: events.map(told), upTo: sparse(upTo) };
    },
    head: async () => sparse(await store.head()),
    waitPast: async (position, timeoutMs, signal) => store.waitPast(dense(position), timeoutMs, signal),
    close: () => store.close(),
  };
}

const STEP = 1000;

/** Never two equal distances, and 0 stays before the first event. */
const sparse = (position: Position): Position => position * STEP + (position % 7) * 10;

function dense(position: Position): Position {
  const before = Math.floor(position / STEP);
  if (sparse(before) !== position)
    throw new UnknownPositionError(`the position ${position} was never told by this log`);
  return before;
}
