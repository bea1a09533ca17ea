export { createEventStoreDbEventStore } from './eventstoredb-event-store.ts';
export { eventIdsMigrations } from './migrations.ts';
