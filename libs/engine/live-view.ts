import type { EventLog, Position, RecordedEvent } from '#event-store';
import { coalesced } from '#postgres';

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

/** Reads the new events on each call; calls that come together share a read that begins after them. */
export function createLiveView<State>(options: LiveViewOptions<State>): LiveView<State> {
  const { store, categories, evolve, pageSize = 1000 } = options;
  let state = options.initial;
  let position: Position = 0;
  const current = coalesced(foldNewEvents);

  return {
    current: () => current(undefined),
    get position() {
      return position;
    },
  };

  async function foldNewEvents(): Promise<State> {
    for (;;) {
      const { events, upTo } = await store.readAll({ after: position, limit: pageSize, categories });
      state = events.reduce((before, event) => evolve(before, event), state);
      position = upTo;
      if (events.length < pageSize) return state;
    }
  }
}
