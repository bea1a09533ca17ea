export { createPostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.ts';
export { migrateEventStore } from './migrate.ts';
export { APP_ROLE, OWNER_ROLE, asAppRole } from './roles.ts';
export { assertDurable, NotDurableError } from './durability.ts';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded.ts';
export { findEmbeddedPostgres, type EmbeddedUrls } from './embedded-urls.ts';
export { FALLBACK_DATA_DIR, reachableDataDir } from './reachable-data-dir.ts';
