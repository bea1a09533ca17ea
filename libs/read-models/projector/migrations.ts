import type { SchemaMigrations } from '#postgres';

/** How far each projection is, who writes it, and what stopped it. */
const CHECKPOINTS = `
create schema if not exists read_models;
create table if not exists read_models.projections (
  name text primary key,
  version integer not null,
  tables text[] not null,
  position double precision not null default 0,
  status text not null default 'running' check (status in ('running', 'stopped')),
  error text,
  error_position double precision,
  holder text,
  fence double precision not null default 0,
  lease_until timestamptz,
  updated_at timestamptz not null default now()
);
`;

/** The checkpoints in the schema `read_models`. The tables beside them are the projector's: they have versions of their own. */
export const readModelsMigrations: SchemaMigrations = {
  schema: 'read-models',
  migrations: [{ name: 'checkpoints', sql: CHECKPOINTS }],
};
