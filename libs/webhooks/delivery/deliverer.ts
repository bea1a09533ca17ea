import type { EventOf } from '#domain';
import {
  createLeaseholder,
  followUnderLease,
  type Clock,
  type Engine,
  type Followed,
  type Follower,
  type LiveView,
  type ReactionCheckpoints,
} from '#engine';
import { isUnreadable, type Entry, type EventLog, type LogPage, type RecordedEvent } from '#event-store';
import { isToldOf } from '../told-of.ts';
import type { Parked, Webhook, WebhookView } from '../webhook-view.ts';
import { deliver, type DeliverOptions } from './deliver.ts';
import { createOutcomes, TakesNoMore } from './outcomes.ts';
import { checkpointOf } from './standings.ts';

export interface DelivererOptions extends Omit<DeliverOptions, 'webhookId' | 'url' | 'personal' | 'holder'> {
  readonly webhook: Webhook;
  readonly store: Pick<EventLog, 'readStream'>;
  /** Reads of the whole log, shared with the others of this process. */
  readonly reads: Followed<Entry>;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly checkpoints: ReactionCheckpoints;
  readonly view: LiveView<WebhookView>;
  /** Names this process; unique among all. */
  readonly owner: string;
  readonly leaseMs: number | undefined;
  readonly waitMs?: number;
  readonly onError?: (error: unknown, failures: number) => void;
}

/**
 * Sends one webhook its events, in log order and at least once: one active deliverer at a time, the others stand by.
 * What is not taken after all attempts is set aside by an event, and later ones go on. `run` ends when aborted, or when
 * the webhook was paused or removed under its hands.
 */
export function createDeliverer(options: DelivererOptions): Pick<Follower, 'run'> {
  const { webhook, reads, waitMs } = options;
  const holder = createLeaseholder({ ...options, name: checkpointOf(webhook.id) });
  const ended = new AbortController();
  const tell = telling(options, {
    ...options,
    webhookId: webhook.id,
    url: webhook.url,
    personal: webhook.personal,
    holder,
  });
  const follower = followUnderLease(holder, {
    store: reads,
    taken: async (checkpoint) => (checkpoint === 0 && webhook.begin === 'NOW' ? webhook.registered : checkpoint),
    handle,
    ...(waitMs === undefined ? {} : { waitMs }),
    ...(options.onError === undefined ? {} : { onError: options.onError }),
  });
  return { run: (signal) => follower.run(AbortSignal.any([signal, ended.signal])) };

  async function handle({ events, upTo }: LogPage<Entry>, signal: AbortSignal): Promise<void> {
    try {
      for (const event of events) {
        signal.throwIfAborted();
        if (isUnreadable(event)) throw event.unreadable;
        if (await tell(event, signal)) await holder.advance(event.position);
      }
      await holder.advance(upTo);
    } catch (error) {
      if (error instanceof TakesNoMore) ended.abort();
      throw error;
    }
  }
}

/** Does what an event of the log asks of this webhook; false when that is nothing. */
function telling({ webhook, store, view, engine, clock }: DelivererOptions, sending: DeliverOptions) {
  const outcomes = createOutcomes({ engine, clock }, webhook.id);

  return async (event: RecordedEvent, signal: AbortSignal): Promise<boolean> => {
    if (event.type === 'WebhookReplayAsked' && event.stream === `webhook-${webhook.id}`) await replay(event, signal);
    else if (isToldOf(webhook.eventTypes, event.type)) await first(event, signal);
    else return false;
    return true;
  };

  async function first(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    if ((await parked()).has(event.id)) return;
    const delivered = await deliver(event, sending, signal);
    if (delivered.kind !== 'taken') await outcomes.giveUp(event, delivered, event.id);
  }

  /** What a person asked for and was not sent since, in the order it was asked. */
  async function replay(asked: RecordedEvent<EventOf<'WebhookReplayAsked'>>, signal: AbortSignal): Promise<void> {
    for (const id of asked.data.eventIds) {
      const one = (await parked()).get(id);
      if (one?.askedBy !== asked.id) continue;
      const event = await eventOf(store, one);
      const delivered = await deliver(event, sending, signal);
      if (delivered.kind === 'taken') await outcomes.settle(id, asked.id);
      else await outcomes.giveUp(event, delivered, asked.id);
    }
  }

  /** What is set aside now; a webhook that was paused or removed meanwhile gets nothing more, from that moment. */
  async function parked(): Promise<ReadonlyMap<string, Parked>> {
    const now = (await view.current()).get(webhook.id);
    if (now?.status !== 'ACTIVE') throw new TakesNoMore();
    return now.parked;
  }
}

async function eventOf(
  store: Pick<EventLog, 'readStream'>,
  { stream, revision, eventId }: Parked,
): Promise<RecordedEvent> {
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  if (event?.id !== eventId) throw new Error(`the log has no event ${eventId} at ${stream}, revision ${revision}`);
  return event;
}
