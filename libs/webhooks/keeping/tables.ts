import type { Pool } from 'pg';

/** What is kept of webhooks beside the log: secrets, and how the last deliveries went. Harmless to repeat. */
export async function createWebhookTables(pool: Pick<Pool, 'query'>): Promise<void> {
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(hashtext('kheo webhook tables'));
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
    commit;
  `);
}
