import type { Instant } from '#domain';
import { inTransaction, lockOneInTransaction, type Pool } from '#postgres';
import { newWebhookSecret, type RandomBytes } from './signature.ts';

/** How long an old secret is still signed with after a rotation: 24 hours. */
const OVERLAP = "interval '24 hours'";

/** The secrets that deliveries are signed with. Kept readable, as signing needs them; in no event and in no log. */
export interface WebhookSecrets {
  /**
   * A new secret; the one before it is valid for another 24 hours, earlier ones no more. The same command answers the
   * secret it made; undefined when that is no longer kept.
   */
  renew(webhookId: string, commandId: string, at: Instant): Promise<string | undefined>;
  /** The newest first; two at most. */
  valid(webhookId: string, at: Instant): Promise<readonly string[]>;
  forget(webhookId: string): Promise<void>;
}

const KNOWN = "select secret, secret = '' as spent from webhooks.secrets where command_id = $1";
const EXPIRE = `update webhooks.secrets set expires_at = least(expires_at, $2::timestamptz + ${OVERLAP}) where webhook_id = $1`;
/** A spent secret leaves its row, so that its command is known to have made one. */
const SPEND = `
  update webhooks.secrets set secret = '', expires_at = '-infinity'
  where webhook_id = $1 and made < (select max(made) from webhooks.secrets where webhook_id = $1)`;
const ADD = 'insert into webhooks.secrets (command_id, webhook_id, secret, made_at) values ($1, $2, $3, $4)';
const VALID = `
  select secret from webhooks.secrets where webhook_id = $1 and expires_at > $2 and secret <> ''
  order by made desc limit 2`;

/** Needs the tables of {@link webhooksMigrations}. */
export function createWebhookSecrets(pool: Pool, random: RandomBytes): WebhookSecrets {
  return {
    renew: (webhookId, commandId, at) =>
      inTransaction(pool, async (client) => {
        await lockOneInTransaction(client, 'webhookSecrets', webhookId);
        const { rows } = await client.query<{ secret: string; spent: boolean }>(KNOWN, [commandId]);
        const secret = rows[0] ? rows[0].secret : newWebhookSecret(random);
        if (!rows[0]) {
          await client.query(SPEND, [webhookId]);
          await client.query(EXPIRE, [webhookId, at]);
          await client.query(ADD, [commandId, webhookId, secret, at]);
        }
        return secret === '' ? undefined : secret;
      }),
    async valid(webhookId, at) {
      const { rows } = await pool.query<{ secret: string }>(VALID, [webhookId, at]);
      return rows.map(({ secret }) => secret);
    },
    async forget(webhookId) {
      await pool.query("update webhooks.secrets set secret = '', expires_at = '-infinity' where webhook_id = $1", [
        webhookId,
      ]);
    },
  };
}
