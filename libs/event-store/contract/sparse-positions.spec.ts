import { createMemoryEventStore } from '../memory/index.ts';
import { describeEventStoreContract } from './event-store-contract.ts';
import { withSparsePositions } from './sparse-positions.ts';

describeEventStoreContract('a store whose positions merely grow', async () => {
  const store = withSparsePositions(createMemoryEventStore());
  return { store, stop: () => store.close() };
});
