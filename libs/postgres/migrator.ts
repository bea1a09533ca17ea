import { createHash } from 'node:crypto';
import { Kysely, Migrator, PostgresDialect, sql, type Migration as Step } from 'kysely';
import type { ClientBase } from 'pg';
import { openPool } from './pool.ts';
import { APP_ROLE, asAppRole, type OWNER_ROLE } from './roles.ts';

/** One step of a schema. What was released is never edited: a change is another step at the end. */
interface Migration {
  /** kebab-case. */
  readonly name: string;
  readonly sql: string;
}

/** What a library keeps in the database, from nothing to what this program needs. */
export interface SchemaMigrations {
  /** kebab-case. */
  readonly schema: string;
  /** Makes and owns it; the application's role unless told. */
  readonly owner?: typeof OWNER_ROLE;
  readonly migrations: readonly Migration[];
}

/** The database does not fit this program, and nothing was changed. */
export class UnfitDatabaseError extends Error {
  override readonly name = 'UnfitDatabaseError';
}

/** Where what was applied is noted; belongs to the application's role. */
const HISTORY = { schema: 'kheo', table: 'migrations', lockTable: 'migrations_lock' } as const;

interface Numbered extends Migration {
  /** `02-identity/001-accounts`: sorts in the order of application. */
  readonly key: string;
  /** The key with a checksum of the SQL: what is noted. */
  readonly id: string;
  readonly owner: string;
}

/**
 * The steps that the database still lacks, in their order. Asks only, and needs no right but to read.
 *
 * @param schemas In the order in which they are made; a new one comes last.
 * @throws UnfitDatabaseError when a newer program prepared the database, or a step is not what it was when it was applied
 */
export async function pendingMigrations(
  client: Pick<ClientBase, 'query'>,
  schemas: readonly SchemaMigrations[],
): Promise<readonly Pick<Numbered, 'key' | 'owner'>[]> {
  const steps = numbered(schemas);
  const applied = await readHistory(client);
  for (const id of applied) if (!steps.some((step) => step.id === id)) throw unfit(id, steps);
  const pending = steps.filter(({ id }) => !applied.has(id));
  for (const { key } of pending) {
    const later = steps.find((step) => applied.has(step.id) && schemaOf(step.key) === schemaOf(key) && step.key > key);
    if (later) throw new UnfitDatabaseError(`the database has ${later.key} but not ${key}, which comes before it`);
  }
  return pending;
}

/**
 * Applies what is missing, all of it or nothing, with Kysely's migrator. Needs the roles of {@link prepareRoles}. Whoever
 * calls it holds the lock `migration`.
 *
 * @param url signs in as whoever may act as the owners of what is pending
 */
export async function migrate(url: string, schemas: readonly SchemaMigrations[]): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: openPool({ url: asAppRole(url), name: 'kheo migrate', connections: 1 }) }),
  });
  const steps = Object.fromEntries(numbered(schemas).map((step) => [step.id, stepOf(step)]));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => steps },
    migrationTableSchema: HISTORY.schema,
    migrationTableName: HISTORY.table,
    migrationLockTableName: HISTORY.lockTable,
    allowUnorderedMigrations: true, // a schema gets its next step when others behind it have theirs
  });
  try {
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error) throw error;
  } finally {
    await db.destroy();
  }
}

const stepOf = ({ owner, sql: text }: Numbered): Step => ({
  async up(db: Kysely<unknown>) {
    if (owner !== APP_ROLE) await sql`set local role ${sql.id(owner)}`.execute(db);
    await sql.raw(text).execute(db);
    if (owner !== APP_ROLE) await sql`reset role`.execute(db);
  },
});

function numbered(schemas: readonly SchemaMigrations[]): readonly Numbered[] {
  return schemas.flatMap(({ schema, owner = APP_ROLE, migrations }, place) =>
    migrations.map((migration, index) => {
      const key = `${padded(place + 1, 2)}-${schema}/${padded(index + 1, 3)}-${migration.name}`;
      return { ...migration, owner, key, id: `${key}@${checksumOf(migration.sql)}` };
    }),
  );
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const schemaOf = (key: string): string => key.slice(0, key.indexOf('/'));

async function readHistory(client: Pick<ClientBase, 'query'>): Promise<ReadonlySet<string>> {
  const { schema, table } = HISTORY;
  const found = await client.query('select from pg_tables where schemaname = $1 and tablename = $2', [schema, table]);
  if (found.rowCount === 0) return new Set();
  const { rows } = await client.query<{ name: string }>(`select name from ${schema}.${table}`);
  return new Set(rows.map(({ name }) => name));
}

function unfit(id: string, steps: readonly Numbered[]): UnfitDatabaseError {
  const key = id.slice(0, id.indexOf('@'));
  return new UnfitDatabaseError(
    steps.some((step) => step.key === key)
      ? `the migration ${key} is not what it was when it was applied: this program was changed`
      : `the database was prepared by a newer program, which applied ${key}: update this one first`,
  );
}
