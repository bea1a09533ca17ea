import { describeDensePositions, describeEventStoreContract } from '../contract/index.ts';
import { createMemoryEventStore } from './memory-event-store.ts';

const start = async () => {
  const store = createMemoryEventStore();
  return { store, stop: () => store.close() };
};

describeEventStoreContract('memory', start);
describeDensePositions('memory', start);
