import type { Instant } from '#domain';
import type { Pool } from 'pg';

/** The name under which a webhook's lease and checkpoint are kept. */
export const checkpointOf = (webhookId: string): string => `webhook-${webhookId}`;

/** How the deliveries of a webhook go. */
export interface DeliveryStanding {
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
  of(webhookId: string): Promise<DeliveryStanding>;
}

const SUCCEEDED = `
  insert into webhooks.standings (webhook_id, last_success_at) values ($1, $2)
  on conflict (webhook_id) do update set last_success_at = excluded.last_success_at`;
const FAILED = `
  insert into webhooks.standings (webhook_id, last_failure, last_failure_at) values ($1, $2, $3)
  on conflict (webhook_id) do update
    set last_failure = excluded.last_failure, last_failure_at = excluded.last_failure_at`;
/** One statement, so that the position is that of the moment the rest is told of. */
const READ = `
  select (select position::double precision from engine.reaction_checkpoints where name = $2) as position,
    last_success_at as success, last_failure_at as failure, last_failure as cause
  from (select $1::uuid as webhook_id) asked left join webhooks.standings using (webhook_id)`;

interface Row {
  readonly position: number | null;
  readonly success: Date | null;
  readonly failure: Date | null;
  readonly cause: string | null;
}

/** Needs the tables of webhooks and of the engine. */
export function createStandings(pool: Pool): Standings {
  return {
    async succeeded(webhookId, at) {
      await pool.query(SUCCEEDED, [webhookId, at]);
    },
    async failed(webhookId, cause, at) {
      await pool.query(FAILED, [webhookId, cause, at]);
    },
    async of(webhookId) {
      const {
        rows: [row],
      } = await pool.query<Row>(READ, [webhookId, checkpointOf(webhookId)]);
      return {
        position: row?.position ?? null,
        lastSuccessAt: row?.success?.toISOString() ?? null,
        lastFailureAt: row?.failure?.toISOString() ?? null,
        lastFailure: row?.cause ?? null,
      };
    },
  };
}
