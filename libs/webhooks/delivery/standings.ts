import type { Instant } from '#domain';
import { createPostgresCheckpoints } from '#engine';
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
const READ = `
  select last_success_at as success, last_failure_at as failure, last_failure as cause
  from webhooks.standings where webhook_id = $1`;

interface Row {
  readonly success: Date | null;
  readonly failure: Date | null;
  readonly cause: string | null;
}

/** Needs the tables of webhooks and of the engine. */
export function createStandings(pool: Pool): Standings {
  const checkpoints = createPostgresCheckpoints(pool);
  return {
    async succeeded(webhookId, at) {
      await pool.query(SUCCEEDED, [webhookId, at]);
    },
    async failed(webhookId, cause, at) {
      await pool.query(FAILED, [webhookId, cause, at]);
    },
    async of(webhookId) {
      // The checkpoint is the engine's, and read first: it never claims more than what is told beside it knows.
      const followed = await checkpoints.standings();
      const {
        rows: [row],
      } = await pool.query<Row>(READ, [webhookId]);
      return {
        position: followed.find(({ name }) => name === checkpointOf(webhookId))?.position ?? null,
        lastSuccessAt: row?.success?.toISOString() ?? null,
        lastFailureAt: row?.failure?.toISOString() ?? null,
        lastFailure: row?.cause ?? null,
      };
    },
  };
}
