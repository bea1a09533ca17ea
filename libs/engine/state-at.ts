import type { Decider } from '#domain';
import type { EventStore, StoredEvent } from '#event-store';
import { catalogue, inCurrentShape } from './catalogue.ts';

/** Events read at once. */
const PAGE = 500;

/** A workflow as it stood right after one of its events, whatever happened since. */
export async function stateAt<State>(
  store: Pick<EventStore, 'readStream'>,
  { stream, revision }: StoredEvent,
  { initial, evolve }: Decider<State, never>,
): Promise<State> {
  let state = initial;
  for (let from = 0; from <= revision; from += PAGE) {
    const events = await store.readStream(stream, { from, limit: Math.min(PAGE, revision + 1 - from) });
    for (const stored of events) state = evolve(state, inCurrentShape(catalogue, stored) as never);
  }
  return state;
}
