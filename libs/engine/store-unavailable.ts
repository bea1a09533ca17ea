import { PoisonEventError, retry, UnstorableEventError, type Backoff } from '#event-store';

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
export const persistently = <T>(call: () => Promise<T>, tries: number, backoff: Backoff): Promise<T> =>
  retry(call, {
    backoff,
    another: (error, failed) => {
      if (error instanceof UnstorableEventError || error instanceof PoisonEventError) throw error;
      if (failed.tries >= tries) throw new StoreUnavailable(error);
    },
  });
