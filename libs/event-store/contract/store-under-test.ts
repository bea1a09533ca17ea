import type { EventStore } from '../event-store.port.ts';

/** A store with a log, empty unless it is shared, and how to make its server fail, when it has one. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and ends what was started for it. */
  stop(): Promise<void>;
  /** The log is one that others have written to: a server that keeps a single one. */
  readonly sharesLog?: boolean;
  readonly faults?: {
    /** Breaks every connection to the server, which stays up. */
    cutConnections(): Promise<void>;
  };
}

const START_TIMEOUT_MS = 60_000;

/** Starts one store for all tests of the surrounding `describe`. */
export function started(start: () => Promise<StoreUnderTest>): () => StoreUnderTest {
  let underTest: StoreUnderTest | undefined;
  beforeAll(async () => {
    underTest = await start();
  }, START_TIMEOUT_MS);
  afterAll(() => underTest?.stop(), START_TIMEOUT_MS);
  return () => {
    if (!underTest) throw new Error('the store is not started yet');
    return underTest;
  };
}
