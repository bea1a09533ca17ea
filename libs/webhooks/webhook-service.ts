import type { Clock } from '#engine';
import type { EventLog } from '#event-store';
import type { WebhookAdministration } from '#use-cases';
import type { DeliveryStanding, Standings } from './delivery/standings.ts';
import type { WebhookSecrets } from './sending/secrets.ts';
import { targetOf, type Target } from './target/targets.ts';
import { canBeToldOf } from './told-of.ts';
import { createWebhookView, type Parked, type Webhook } from './webhook-view.ts';

/** A webhook in a list. */
export interface WebhookItem extends Omit<Webhook, 'parked' | 'registered'> {
  /** Events that were set aside. */
  readonly parkedCount: number;
  /** The operator still allows its address; when not, it waits where it stands. */
  readonly listed: boolean;
}

export interface WebhookDetail extends WebhookItem {
  readonly standing: DeliveryStanding;
}

/** Webhooks as administrators see them, and what their commands need beside the log. */
export interface WebhookService extends WebhookAdministration {
  /** In the order they were registered; removed ones too. */
  list(): Promise<readonly WebhookItem[]>;
  /**
   * The log and the deliveries have no moment in common: how they go is read first, so nothing that was set aside up to
   * the position it tells is missing.
   */
  find(id: string): Promise<WebhookDetail | undefined>;
  /** What was set aside; undefined when there is no such webhook. */
  parked(id: string): Promise<readonly Parked[] | undefined>;
}

export interface WebhookServiceOptions {
  readonly store: Pick<EventLog, 'readAll'>;
  readonly clock: Clock;
  readonly secrets: WebhookSecrets;
  readonly standings: Pick<Standings, 'of'>;
  readonly targets: readonly Target[];
}

export function createWebhookService(options: WebhookServiceOptions): WebhookService {
  const { clock, secrets, standings, targets } = options;
  const view = createWebhookView(options.store);
  const shown = ({ parked, registered: _, ...rest }: Webhook): WebhookItem => ({
    ...rest,
    parkedCount: parked.size,
    listed: typeof targetOf(targets, rest.url) !== 'string',
  });

  return {
    list: async () => [...(await view.current()).values()].map(shown),
    async find(id) {
      const standing = await standings.of(id);
      const known = (await view.current()).get(id);
      return known && { ...shown(known), standing };
    },
    async parked(id) {
      const known = (await view.current()).get(id);
      return known && [...known.parked.values()];
    },
    look({ url, eventTypes }) {
      const target = targetOf(targets, url);
      return {
        target: typeof target === 'string' ? target : 'ALLOWED',
        unknownTypes: eventTypes.filter((type) => !canBeToldOf(type)),
      };
    },
    renewSecret: (id, commandId) => secrets.renew(id, commandId, clock.now()),
    forgetSecrets: (id) => secrets.forget(id),
  };
}
