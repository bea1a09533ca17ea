import type { Evolution } from '#domain';
import type { Envelope, EventLog } from '#event-store';

/** Events read at once. */
const PAGE = 500;

/** A workflow as it stood right after one of its events, whatever happened since. */
export async function stateAt<State>(
  store: Pick<EventLog, 'readStream'>,
  { stream, revision }: Pick<Envelope, 'stream' | 'revision'>,
  { initial, evolve }: Evolution<State, never>,
): Promise<State> {
  let state = initial;
  for (let from = 0; from <= revision; from += PAGE) {
    const events = await store.readStream(stream, { from, limit: Math.min(PAGE, revision + 1 - from) });
    for (const event of events) state = evolve(state, event as never);
  }
  return state;
}
