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

/** The columns of a lease as `leasesIn` knows them. Programs from before stop at this, and move nothing. */
const LEASES = `
alter table engine.reaction_checkpoints rename column reaction to name;
alter table engine.reaction_checkpoints rename column token to fence;
alter table engine.reaction_checkpoints rename column owner to holder;
alter table engine.reaction_checkpoints add column updated_at timestamptz not null default now();
`;

/** The schema `engine`. */
export const engineMigrations: SchemaMigrations = {
  schema: 'engine',
  migrations: [
    { name: 'checkpoints', sql: CHECKPOINTS },
    { name: 'leases', sql: LEASES },
  ],
};
