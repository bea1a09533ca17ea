import { OWNER_ROLE, type SchemaMigrations } from '#postgres';

/**
 * BullMQ makes its tables itself, see `migrateQueue`. Noted here is up to which of its own versions that was done: one step
 * for each release of it that brings a new one.
 */
export const queueMigrations: SchemaMigrations = {
  schema: 'queue',
  owner: OWNER_ROLE,
  migrations: [{ name: 'bullmq-11', sql: 'SELECT' }],
};
