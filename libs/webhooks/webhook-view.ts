import type { Instant, webhook } from '#domain';
import { createLiveView, type LiveView } from '#engine';
import { isIn, type EventLog, type Position, type RecordedEvent, type RecordedIn } from '#event-store';

/** An event that was set aside, as people see it. */
export interface Parked extends webhook.ParkedDelivery {
  readonly parkedAt: Instant;
  /** `ASKED`: it will be sent again. */
  readonly status: 'PARKED' | 'ASKED';
  /** The event that asked for it. */
  readonly askedBy?: string;
}

/** A webhook as it stands in the log. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly begin: webhook.Begin;
  /** It is told personal data too. */
  readonly personal: boolean;
  readonly status: Exclude<webhook.WebhookState['status'], 'MISSING'>;
  /** Why it is paused or was removed. */
  readonly reason?: string;
  readonly registeredAt: Instant;
  /** Position of its registration. */
  readonly registered: Position;
  readonly parked: ReadonlyMap<string, Parked>;
}

export type WebhookView = ReadonlyMap<string, Webhook>;

/** All webhooks, straight from the log: what a command wrote is there for the next reader. */
export const createWebhookView = (store: Pick<EventLog, 'readAll'>): LiveView<WebhookView> =>
  createLiveView<WebhookView>({ store, categories: ['webhook'], initial: new Map(), evolve });

type Told = RecordedIn<'webhook'>;
type Registered = Extract<Told, { type: 'WebhookRegistered' }>;

function evolve(webhooks: WebhookView, event: RecordedEvent): WebhookView {
  if (!isIn(event, 'webhook')) return webhooks;
  if (event.type === 'WebhookRegistered') return new Map(webhooks).set(event.data.webhookId, registered(event));
  const known = webhooks.get(event.data.webhookId);
  return known ? new Map(webhooks).set(known.id, changed(known, event)) : webhooks;
}

const registered = ({ data: { webhookId, personal = false, ...data }, meta, position }: Registered): Webhook => ({
  id: webhookId,
  ...data,
  personal,
  status: 'ACTIVE',
  registeredAt: meta.recordedAt,
  registered: position,
  parked: new Map(),
});

function changed({ reason: _before, ...known }: Webhook, event: Exclude<Told, Registered>): Webhook {
  switch (event.type) {
    case 'WebhookPaused':
      return { ...known, status: 'PAUSED', reason: event.data.reason };
    case 'WebhookResumed':
      return { ...known, status: 'ACTIVE' };
    case 'WebhookRemoved':
      return { ...known, status: 'REMOVED', reason: event.data.reason, parked: new Map() };
    default:
      return {
        ...known,
        ...(_before === undefined ? {} : { reason: _before }),
        parked: parkedAfter(known.parked, event),
      };
  }
}

function parkedAfter(before: Webhook['parked'], event: Told): Webhook['parked'] {
  const parked = new Map(before);
  switch (event.type) {
    case 'WebhookDeliveryParked': {
      const { webhookId: _, ...delivery } = event.data;
      return parked.set(delivery.eventId, { ...delivery, parkedAt: event.meta.recordedAt, status: 'PARKED' });
    }
    case 'WebhookReplayAsked':
      for (const id of event.data.eventIds) {
        const one = parked.get(id);
        if (one) parked.set(id, { ...one, status: 'ASKED', askedBy: event.id });
      }
      return parked;
    case 'WebhookDeliveryReplayed':
      parked.delete(event.data.eventId);
      return parked;
    default:
      return before;
  }
}
