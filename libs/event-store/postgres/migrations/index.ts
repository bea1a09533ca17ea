import { OWNER_ROLE, type SchemaMigrations } from '#postgres';
import { log } from './001-log.ts';
import { append } from './002-append.ts';
import { history } from './003-history.ts';

/** The schema `kheo_log`. The first steps also take over a log that was made before there was a common history. */
export const logMigrations: SchemaMigrations = {
  schema: 'log',
  owner: OWNER_ROLE,
  migrations: [
    { name: 'log', sql: log },
    { name: 'append', sql: append },
    { name: 'history', sql: history },
  ],
};
