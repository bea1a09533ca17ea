export { describeEventStoreContract } from './event-store-contract.ts';
export { newEvent, newStream } from './samples.ts';
export type { StoreUnderTest } from './store-under-test.ts';
