import type { SchemaMigrations } from '#postgres';

/** The ids of events beside a log in EventStoreDB. Made in every database, as a log may be moved. */
export const eventIdsMigrations: SchemaMigrations = {
  schema: 'event-ids',
  migrations: [
    {
      name: 'event-ids',
      sql: `
create schema if not exists kheo_event_ids;
create table if not exists kheo_event_ids.event_ids (
  id       uuid primary key,
  stream   text not null,
  revision bigint not null
);
`,
    },
    {
      name: 'command-hash',
      sql: 'alter table kheo_event_ids.event_ids add column command_hash text;',
    },
  ],
};
