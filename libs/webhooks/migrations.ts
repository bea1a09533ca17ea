import type { SchemaMigrations } from '#postgres';

/** What is kept of webhooks beside the log: secrets, and how the last deliveries went. */
const TABLES = `
create schema if not exists webhooks;
create table if not exists webhooks.secrets (
  command_id uuid primary key,
  webhook_id uuid not null,
  secret     text not null,
  made_at    timestamptz not null,
  made       bigint generated always as identity,
  expires_at timestamptz not null default 'infinity'
);
create index if not exists secrets_of_webhook on webhooks.secrets (webhook_id, made desc);
create table if not exists webhooks.standings (
  webhook_id      uuid primary key,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure    text
);
`;

/** The schema `webhooks`. */
export const webhooksMigrations: SchemaMigrations = {
  schema: 'webhooks',
  migrations: [{ name: 'tables', sql: TABLES }],
};
