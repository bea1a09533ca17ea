import type { Instant } from '#domain';
import type { Pool } from 'pg';

/** The name under which a webhook's lease and checkpoint are kept. */
export const checkpointOf = (webhookId: string): string => `webhook-${webhookId}`;

/** How the deliveries of a webhook go. */
export interface Standing {
  /** How far of the log it was told; undefined before its first delivery round. */
  readonly position: number | null;
  readonly lastSuccessAt: Instant | null;
  readonly lastFailureAt: Instant | null;
  /** Why the last attempt that failed did. */
  readonly lastFailure: string | null;
}

export interface Standings {
  succeeded(webhookId: string, at: Instant): Promise<void>;
  failed(webhookId: string, cause: string, at: Instant): Promise<void>;
  of(webhookId: string): Promise<Standing>;
}

const SUCCEEDED = `
  insert into webhooks.standings (webhook_id, last_success_at) values ($1, $2)
  on conflict (webhook_id) do update set last_success_at = excluded.last_success_at`;
const FAILED = `
  insert into webhooks.standings (webhook_id, last_failure, last_failure_at) values ($1, $2, $3)
  on conflict (webhook_id) do update
    set last_failure = excluded.last_failure, last_failure_at = excluded.last_failure_at`;
const READ = `
  select c.position, s.last_success_at as success, s.last_failure_at as failure, s.last_failure as cause
  from (select 1) one
  left join webhooks.standings s on s.webhook_id = $1
  left join engine.reaction_checkpoints c on c.name = $2`;

interface Row {
  readonly position: string | null;
  readonly success: Date | null;
  readonly failure: Date | null;
  readonly cause: string | null;
}

/** Needs the tables of webhooks and of the engine. */
export function createStandings(pool: Pick<Pool, 'query'>): Standings {
  return {
    async succeeded(webhookId, at) {
      await pool.query(SUCCEEDED, [webhookId, at]);
    },
    async failed(webhookId, cause, at) {
      await pool.query(FAILED, [webhookId, cause, at]);
    },
    async of(webhookId) {
      const { rows } = await pool.query<Row>(READ, [webhookId, checkpointOf(webhookId)]);
      const row = rows[0];
      const position = row?.position ?? null;
      return {
        position: position === null ? null : Number(position),
        lastSuccessAt: row?.success?.toISOString() ?? null,
        lastFailureAt: row?.failure?.toISOString() ?? null,
        lastFailure: row?.cause ?? null,
      };
    },
  };
}
