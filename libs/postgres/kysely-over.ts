import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

/** Kysely over a pool, which stays the caller's to end. */
export const kyselyOver = (pool: Pool): Kysely<unknown> => new Kysely({ dialect: new PostgresDialect({ pool }) });
