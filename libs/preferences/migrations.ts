import type { SchemaMigrations } from '#postgres';

/** How people like to see things: no facts of the movement, so they are rows and no events. */
const TABLES = `
create schema if not exists kheo_preferences;
create table kheo_preferences.settings (
  person_id  uuid primary key,
  version    integer not null,
  language   text,
  columns    jsonb not null,
  changed_at timestamptz not null
);
create table kheo_preferences.views (
  owner      text not null,
  id         uuid not null,
  version    integer not null,
  list       text not null,
  name       text not null,
  query      text not null,
  columns    text[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner, id)
);
create unique index views_by_name on kheo_preferences.views (owner, list, lower(name));
`;

/** The schema `kheo_preferences`. */
export const preferencesMigrations: SchemaMigrations = {
  schema: 'kheo_preferences',
  migrations: [{ name: 'tables', sql: TABLES }],
};
