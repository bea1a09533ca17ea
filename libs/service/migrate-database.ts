import { engineMigrations } from '#engine';
import { eventIdsMigrations } from '#event-store/eventstoredb';
import { logMigrations } from '#event-store/postgres';
import { identityMigrations } from '#identity';
import { importsMigrations } from '#imports';
import {
  APP_ROLE,
  asAppRole,
  DatabaseError,
  lockSession,
  migrate,
  openPool,
  pendingMigrations,
  prepareRoles,
  withClient,
  type SchemaMigrations,
} from '#postgres';
import { preferencesMigrations } from '#preferences';
import { makeReadModelTables, readModelsMigrations } from '#read-models';
import { migrateQueue, queueMigrations, remindersMigrations } from '#reminders';
import { webhooksMigrations } from '#webhooks';

/** Everything Khéo keeps in PostgreSQL, in the order in which it is made. A new schema comes last. */
const SCHEMAS: readonly SchemaMigrations[] = [
  logMigrations,
  eventIdsMigrations,
  engineMigrations,
  readModelsMigrations,
  identityMigrations,
  remindersMigrations,
  webhooksMigrations,
  queueMigrations,
  importsMigrations,
  preferencesMigrations,
];

/**
 * Prepares the database for this program: roles, every schema, the tables of read models, the queue. Afterwards every
 * process starts on it with a role that may create nothing. Harmless to repeat, by several processes at once.
 *
 * @param adminUrl signs in as a superuser, or as an owner of the database with CREATEROLE
 * @throws UnfitDatabaseError when a newer program prepared it, or a released migration was changed
 */
export const migrateDatabase = (adminUrl: string): Promise<void> =>
  withClient(adminUrl, async (admin) => {
    await lockSession(admin, 'migration');
    await pendingMigrations(admin, SCHEMAS); // refuses before anything is changed
    await prepareRoles(admin);
    await migrateQueue(adminUrl);
    await migrateSchemas(adminUrl);
  });

export interface DatabaseAddress {
  readonly databaseUrl: string;
  /** Signs in as somebody who may prepare it, where the other one may not. */
  readonly databaseAdminUrl?: string | undefined;
}

/**
 * For each process at its start: sees that the database fits it, and prepares what is missing as far as it may.
 *
 * @throws UnfitDatabaseError as {@link migrateDatabase} does
 * @throws when something is missing that this user may not make
 */
export async function assureDatabase({ databaseUrl, databaseAdminUrl }: DatabaseAddress): Promise<void> {
  const missing = (await hasRoles(databaseUrl)) ? await pendingIn(databaseUrl) : undefined;
  try {
    if (missing?.every(({ owner }) => owner === APP_ROLE)) await addSchemas(databaseUrl, missing.length > 0);
    else await migrateDatabase(databaseAdminUrl ?? databaseUrl);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new Error('the database is not prepared for this program: run `kheo migrate`', { cause: error });
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

const hasRoles = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
    return rowCount === 1;
  });

const pendingIn = (url: string) => withClient(asAppRole(url), (client) => pendingMigrations(client, SCHEMAS));

const addSchemas = (url: string, some: boolean): Promise<void> =>
  some
    ? withClient(asAppRole(url), async (client) => {
        await lockSession(client, 'migration');
        await migrateSchemas(url);
      })
    : addReadModels(url);

async function migrateSchemas(url: string): Promise<void> {
  if ((await pendingIn(url)).length > 0) await migrate(url, SCHEMAS);
  await addReadModels(url);
}

async function addReadModels(url: string): Promise<void> {
  const pool = openPool({ url: asAppRole(url), name: 'kheo migrate', connections: 1 });
  await makeReadModelTables(pool).finally(() => pool.end());
}
