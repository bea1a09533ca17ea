import type { EventStore } from '../event-store.port.ts';
import { describeAppending } from './appending.ts';
import { describeContents } from './contents.ts';
import { describeReading } from './reading.ts';
import { describeFaults } from './faults.ts';
import { describeWaiting } from './waiting.ts';

/** A store with an empty log, and how to make its server fail, when it has one. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and ends what was started for it. */
  stop(): Promise<void>;
  readonly faults?: {
    /** Breaks every connection to the server, which stays up. */
    cutConnections(): Promise<void>;
  };
}

/** What every log must do. Each adapter runs it; `start` is called once per chapter. */
export function describeEventStoreContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the log kept by ${name}`, () => {
    for (const chapter of [describeAppending, describeReading, describeContents, describeWaiting, describeFaults])
      chapter(start);
  });
}
