import type { EventLog, Position, RecordedEvent } from '#event-store';

export interface LiveViewOptions<State> {
  readonly store: Pick<EventLog, 'readAll'>;
  /** Categories of the streams it folds. */
  readonly categories: readonly string[];
  readonly initial: State;
  readonly evolve: (state: State, event: RecordedEvent) => State;
  /** Events read at once; 1,000 unless told. */
  readonly pageSize?: number;
}

/** Small reference data, folded in memory and as fresh as the log. */
export interface LiveView<State> {
  /** Holds every event that was in the log when the call was made. Throws when the log is out of reach. */
  current(): Promise<State>;
  /** How far the log has been folded. */
  readonly position: Position;
}

/**
 * Reads the new events on each call. Calls that come in one turn of the event loop share a read, and so do those that
 * come while one is under way: they share the next, as the read under way may have begun before an event they must see.
 */
export function createLiveView<State>(options: LiveViewOptions<State>): LiveView<State> {
  const { store, categories, evolve, pageSize = 1000 } = options;
  let state = options.initial;
  let position: Position = 0;
  let reading: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  return {
    async current() {
      await (next ??= (reading ? reading.catch(() => undefined) : nextTurn()).then(read));
      return state;
    },
    get position() {
      return position;
    },
  };

  function read(): Promise<void> {
    next = undefined;
    const mine = foldNewEvents().finally(() => {
      if (reading === mine) reading = undefined;
    });
    reading = mine;
    return mine;
  }

  async function foldNewEvents(): Promise<void> {
    for (;;) {
      const { events, upTo } = await store.readAll({ after: position, limit: pageSize, categories });
      state = events.reduce((before, event) => evolve(before, event), state);
      position = upTo;
      if (events.length < pageSize) return;
    }
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
