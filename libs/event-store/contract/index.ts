export { describeDensePositions } from './dense-positions.ts';
export { describeEventStoreContract } from './event-store-contract.ts';
export { withSparsePositions } from './sparse-positions.ts';
export { newEvent, newStream } from './samples.ts';
