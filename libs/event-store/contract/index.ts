export { describeEventStoreContract, type StoreUnderTest } from './event-store-contract.ts';
export { newEvent, newStream } from './samples.ts';
