import { UnstorableEventError } from '../new-event-check.ts';

const FIRST_PAUSE_MS = 100;
const LAST_PAUSE_MS = 12_800;

/**
 * Calls a store that may be out of reach, with growing pauses, for about half a minute. What is called must bear being
 * called twice: reads do, and appends do by the ids of their events.
 *
 * @throws what the last call threw; at once when it can never succeed, or when aborted
 */
export async function persistently<T>(
  call: () => Promise<T>,
  { pause, signal }: { readonly pause: (ms: number) => Promise<void>; readonly signal?: AbortSignal },
): Promise<T> {
  for (let wait = FIRST_PAUSE_MS; ; wait *= 2) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof UnstorableEventError || signal?.aborted || wait > LAST_PAUSE_MS) throw error;
      await pause(wait);
    }
  }
}
