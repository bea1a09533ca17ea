export { createPostgresEventStore } from './postgres-event-store.ts';
export { logMigrations } from './migrations/index.ts';
