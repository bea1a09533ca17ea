import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresCheckpoints, shareReads, type Clock, type Engine, type Followed } from '#engine';
import type { Entry, EventLog } from '#event-store';
import type { Pool } from 'pg';
import { createWebhookView, type Webhook } from '../webhook-view.ts';
import { createWebhookSecrets } from '../sending/secrets.ts';
import { createStandings } from './standings.ts';
import type { SendOptions } from '../sending/send.ts';
import type { RandomBytes } from '../sending/signature.ts';
import { targetOf, type Target } from '../target/targets.ts';
import { createDeliverer } from './deliverer.ts';

export interface WebhooksOptions {
  readonly store: EventLog;
  /** Reads of the whole log, shared with the other followers of the process; the webhooks' own unless told. */
  readonly reads?: Followed<Entry>;
  readonly engine: Engine;
  readonly clock: Clock;
  /** Holds secrets, standings and checkpoints; needs the tables of webhooks and of the engine. */
  readonly pool: Pool;
  /** Where webhooks may go. A webhook whose address is not listed any more waits where it stands. */
  readonly targets: readonly Target[];
  /** Names this process; unique among all. */
  readonly owner: string;
  readonly randomBytes: RandomBytes;
  /** Milliseconds without a sign of life after which another process takes over; 5,000 unless told. */
  readonly leaseMs?: number;
  /** Attempts before an event is set aside; 8 unless told: about ten minutes. */
  readonly tries?: number;
  /** Longest pause before the second attempt, in milliseconds; doubles; 5,000 unless told. */
  readonly retryMs?: number;
  /** Longest pause, also when the receiver asks for a longer one; 600,000 unless told. */
  readonly maxRetryMs?: number;
  /** Milliseconds between two looks at which webhooks there are; 1,000 unless told. */
  readonly watchMs?: number;
  readonly sending?: SendOptions;
  readonly random?: () => number;
  readonly onError?: (error: unknown, webhookId?: string) => void;
}

export interface Webhooks {
  /** Ends what is at hand and gives the leases up; what was being sent is sent again by the next. */
  stop(): Promise<void>;
}

interface Running {
  readonly ending: AbortController;
  readonly ended: Promise<void>;
}

/** Looks after all webhooks: each active one has a deliverer, here or in another process. */
export async function startWebhooks(options: WebhooksOptions): Promise<Webhooks> {
  const { watchMs = 1000, targets } = options;
  const view = createWebhookView(options.store);
  const make = deliverersOf(options, view);
  const running = new Map<string, Running>();
  const ending = new AbortController();
  const watching = watch();

  return {
    async stop() {
      ending.abort();
      await watching;
      await Promise.all([...running.keys()].map(end));
    },
  };

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await adjust();
      } catch (error) {
        options.onError?.(error);
      }
      await sleep(watchMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  async function adjust(): Promise<void> {
    const webhooks = await view.current();
    const active = [...webhooks.values()].filter(({ status }) => status === 'ACTIVE');
    const gone = [...running.keys()].filter((id) => webhooks.get(id)?.status !== 'ACTIVE');
    await Promise.all(gone.map(end));
    for (const webhook of active) if (!running.has(webhook.id)) begin(webhook);
  }

  function begin(webhook: Webhook): void {
    const target = targetOf(targets, webhook.url);
    if (typeof target === 'string') return;
    const stopping = new AbortController();
    const ended = make(webhook, target)
      .run(stopping.signal)
      .finally(() => running.delete(webhook.id));
    running.set(webhook.id, { ending: stopping, ended });
  }

  async function end(id: string): Promise<void> {
    const one = running.get(id);
    one?.ending.abort();
    await one?.ended;
  }
}

function deliverersOf(options: WebhooksOptions, view: ReturnType<typeof createWebhookView>) {
  const { pool, leaseMs, tries = 8, retryMs = 5000, maxRetryMs = 600_000, sending = {} } = options;
  const shared = {
    ...options,
    reads: options.reads ?? shareReads(options.store),
    view,
    checkpoints: createPostgresCheckpoints(pool),
    secrets: createWebhookSecrets(pool, options.randomBytes),
    standings: createStandings(pool),
    backoff: { firstMs: retryMs, maxMs: maxRetryMs, random: options.random ?? Math.random },
    leaseMs,
    tries,
    sending,
  };
  return (webhook: Webhook, target: Target): ReturnType<typeof createDeliverer> =>
    createDeliverer({
      ...shared,
      webhook,
      private: target.private,
      onError: (error) => options.onError?.(error, webhook.id),
    });
}
