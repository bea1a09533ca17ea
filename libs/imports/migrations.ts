import type { SchemaMigrations } from '#postgres';

/**
 * What is kept of imports beside the log: who sent which list, how far it has come, and what became of each row. The
 * columns of a lease stand in the row of the import itself: `name` is its id, `position` how many rows are done.
 */
const TABLES = `
create schema if not exists kheo_imports;
create table kheo_imports.imports (
  name          text primary key,
  position      bigint not null default 0,
  fence         bigint not null default 0,
  holder        text,
  lease_until   timestamptz not null default '-infinity',
  updated_at    timestamptz not null default clock_timestamp(),
  said          text not null,
  kind          text not null,
  file_name     text not null,
  file_sha256   text not null,
  file_size     integer not null,
  sheet         text,
  cycle_id      text,
  unit_id       text,
  dry_run       boolean not null,
  person_id     text not null,
  account_id    text,
  proven_by     text,
  status        text not null default 'QUEUED',
  tries         integer not null default 0,
  from_position bigint,
  to_position   bigint,
  total         integer,
  created       integer not null default 0,
  changed       integer not null default 0,
  unchanged     integer not null default 0,
  kept          integer not null default 0,
  failed        integer not null default 0,
  read_sheet    text,
  ignored       text[] not null default '{}',
  notices       jsonb not null default '[]',
  created_at    timestamptz not null,
  started_at    timestamptz,
  ended_at      timestamptz
);
create index imports_waiting on kheo_imports.imports (created_at) where status in ('QUEUED', 'RUNNING');
create index imports_of_person on kheo_imports.imports (person_id, created_at desc, name desc);
create index imports_of_all on kheo_imports.imports (created_at desc, name desc);
create table kheo_imports.rows (
  import  text not null references kheo_imports.imports on delete cascade,
  line    integer not null,
  outcome text not null,
  remarks jsonb not null,
  primary key (import, line)
);
create index rows_by_outcome on kheo_imports.rows (import, outcome, line);
`;

/** The schema `kheo_imports`. */
export const importsMigrations: SchemaMigrations = {
  schema: 'kheo_imports',
  migrations: [
    { name: 'tables', sql: TABLES },
    { name: 'appointment', sql: 'alter table kheo_imports.imports add column appointment_id text' },
  ],
};
