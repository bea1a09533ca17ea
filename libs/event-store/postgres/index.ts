export { createPostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.ts';
export { migrateEventStore } from './migrate.ts';
