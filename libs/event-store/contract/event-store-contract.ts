import { describeAppending } from './appending.ts';
import { describeContents } from './contents.ts';
import { describeReading } from './reading.ts';
import { describeFaults } from './faults.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { describeWaiting } from './waiting.ts';

/** What every log must do. Each adapter runs it; `start` is called once per chapter. */
export function describeEventStoreContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the log kept by ${name}`, () => {
    for (const chapter of [describeAppending, describeReading, describeContents, describeWaiting, describeFaults])
      chapter(start);
  });
}
