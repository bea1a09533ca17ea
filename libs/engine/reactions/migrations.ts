import type { SchemaMigrations } from '#postgres';

const CHECKPOINTS = `
create schema if not exists engine;
create table if not exists engine.reaction_checkpoints (
  reaction    text primary key,
  position    bigint not null default 0,
  token       bigint not null default 0,
  owner       text,
  lease_until timestamptz not null default '-infinity'
);
`;

/** The schema `engine`. */
export const engineMigrations: SchemaMigrations = {
  schema: 'engine',
  migrations: [{ name: 'checkpoints', sql: CHECKPOINTS }],
};
