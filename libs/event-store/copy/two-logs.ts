import type { EventStore, Position, StoredEvent } from '../event-store.port.ts';
import { UnstorableEventError } from '../new-event-check.ts';
import { retry } from '../retry.ts';

/** How far a walk through the source has come. Positions are the source's and need not count events. */
export interface CopyProgress {
  readonly phase: 'checking' | 'copying' | 'comparing';
  readonly events: number;
  readonly position: Position;
  readonly head: Position;
}

/** A log, another that is or becomes its copy, and how to walk through them. */
export interface TwoLogs {
  readonly from: EventStore;
  readonly to: EventStore;
  /** Waits that many milliseconds before a store that is out of reach is tried again; may end early when aborted. */
  readonly pause: (ms: number) => Promise<void>;
  /** Stops between two events, or behind the append at hand. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Events read at once; 500 unless told. */
  readonly pageSize?: number;
}

/** The nth events of both logs, from 1; one that has ended has none. */
export interface Pair {
  readonly nth: number;
  readonly from?: StoredEvent;
  readonly to?: StoredEvent;
}

/** Waits in all for about half a minute. */
const WAITS = { firstMs: 100, maxMs: 12_800, random: () => 1 };
const TRIES = 9;

/**
 * Calls a store that may be out of reach. What is called must bear being called twice: reads do, and appends do by the ids
 * of their events.
 *
 * @throws what the last call threw; at once when it can never succeed, or when aborted
 */
export const persistently = <T>(
  call: () => Promise<T>,
  { pause, signal }: Pick<TwoLogs, 'pause' | 'signal'>,
): Promise<T> =>
  retry(call, {
    backoff: WAITS,
    wait: pause,
    another: (error, { tries }) => {
      if (error instanceof UnstorableEventError || signal?.aborted || tries >= TRIES) throw error;
    },
  });

/** The events of one log behind a position, until there are no more; never more than a page of them in memory. */
export async function* eventsOf(store: EventStore, after: Position, logs: TwoLogs): AsyncGenerator<StoredEvent, void> {
  const limit = logs.pageSize ?? 500;
  for (let reached = after; ;) {
    const place = reached;
    const { events, upTo } = await persistently(() => store.readAll({ after: place, limit }), logs);
    if (events.length === 0) return;
    yield* events;
    reached = upTo;
  }
}

/** Both logs from their first event, side by side, until both have ended. */
export async function* sideBySide(logs: TwoLogs): AsyncGenerator<Pair, void> {
  const [source, target] = [eventsOf(logs.from, 0, logs), eventsOf(logs.to, 0, logs)];
  for (let nth = 1; ; nth += 1) {
    const [from, to] = await Promise.all([source.next(), target.next()]);
    if (from.done && to.done) return;
    yield { nth, ...(from.done ? {} : { from: from.value }), ...(to.done ? {} : { to: to.value }) };
  }
}
