export { createPostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.ts';
export { logMigrations } from './migrations/index.ts';
