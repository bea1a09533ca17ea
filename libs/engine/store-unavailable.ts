import { PoisonEventError, UnstorableEventError } from '#event-store';
import { pause, type Backoff } from './backoff.ts';

/**
 * The log did not answer in time. Whether the last append was written is unknown; sending the same command again, under
 * the same id, finds out and acts at most once.
 */
export class StoreUnavailable extends Error {
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds = 1;

  constructor(cause: unknown) {
    super('the event store is out of reach', { cause });
    this.name = 'StoreUnavailable';
  }
}

/** Calls the store again after a failure, `tries` times in all; the call must be harmless to repeat. */
export async function persistently<T>(call: () => Promise<T>, tries: number, backoff: Backoff): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof UnstorableEventError || error instanceof PoisonEventError) throw error;
      if (attempt >= tries) throw new StoreUnavailable(error);
      await pause(backoff, attempt - 1);
    }
  }
}
