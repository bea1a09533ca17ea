export { createEventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb-event-store.ts';
export { eventIdsMigrations } from './migrations.ts';
