export { startPostgres, type TestDatabase, type TestPostgres } from './postgres.ts';
