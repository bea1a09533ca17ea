import { OWNER_ROLE, prepareRoles, withClient, type Client } from '#postgres';
import { MIGRATIONS } from './migrations/index.ts';

const LOCK = 'SELECT pg_advisory_lock(5272183640193000)';

/**
 * Brings the log's schema to the version of this program: roles, then every migration not yet applied. Safe to run at each
 * start and by several processes at once.
 *
 * @param adminUrl signs in as a superuser, or as an owner of the database with CREATEROLE
 * @throws when the schema is newer than this program
 */
export const migrateEventStore = (adminUrl: string): Promise<void> =>
  withClient(adminUrl, async (admin) => {
    await admin.query(LOCK);
    await prepareRoles(admin);
    await createSchema(admin);
    await applyMissing(admin);
  });

async function createSchema(admin: Client): Promise<void> {
  await admin.query(`CREATE SCHEMA IF NOT EXISTS kheo_log AUTHORIZATION ${OWNER_ROLE}`);
  await asOwner(
    admin,
    `CREATE TABLE IF NOT EXISTS kheo_log.migrations (
       number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
}

async function applyMissing(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ last: number | null }>('SELECT max(number) AS last FROM kheo_log.migrations');
  const last = rows[0]?.last ?? 0;
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (last > newest)
    throw new Error(`the log's schema has version ${last}, this program knows ${newest}: update it first`);
  for (const { number, name, sql } of MIGRATIONS.filter((migration) => migration.number > last)) {
    await asOwner(admin, `${sql}; INSERT INTO kheo_log.migrations (number, name) VALUES (${number}, '${name}')`);
  }
}

async function asOwner(admin: Client, sql: string): Promise<void> {
  await admin.query(`BEGIN; SET LOCAL ROLE ${OWNER_ROLE}; ${sql}; COMMIT`);
}
