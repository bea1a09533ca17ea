import { describeEventStoreContract } from '../contract/index.ts';
import { createMemoryEventStore } from './memory-event-store.ts';

describeEventStoreContract('memory', async () => {
  const store = createMemoryEventStore();
  return { store, stop: () => store.close() };
});
