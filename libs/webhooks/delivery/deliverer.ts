import type { Actor, Rejected } from '#domain';
import {
  createFollower,
  createLeaseholder,
  deriveId,
  type Batch,
  type Clock,
  type Engine,
  type Lag,
  type LiveView,
  type ReactionCheckpoints,
} from '#engine';
import type { EventStore, Position, StoredEvent } from '#event-store';
import type { Parked, Webhook, WebhookBoard } from '../keeping/board.ts';
import { runOnWebhook, type Said, type WebhookAnswer } from '../keeping/commands.ts';
import { reactionOf } from '../keeping/reaction.ts';
import { deliver, type Delivered, type DeliverOptions } from './deliver.ts';

export interface DelivererOptions extends Omit<DeliverOptions, 'webhookId' | 'url' | 'holder'> {
  readonly webhook: Webhook;
  readonly store: EventStore;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly checkpoints: ReactionCheckpoints;
  readonly board: LiveView<WebhookBoard>;
  /** Names this process; unique among all. */
  readonly owner: string;
  readonly leaseMs: number;
  readonly waitMs?: number;
  readonly onError?: (error: unknown, failures: number) => void;
}

export interface Deliverer {
  /** Delivers until aborted, or until the webhook was paused or removed under its hands. */
  run(signal: AbortSignal): Promise<void>;
  lag(): Promise<Lag>;
}

const SYSTEM: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };

/** Events of this category are for the operator: a receiver told of its own failures would cause more of them. */
export const isToldOf = (webhook: Pick<Webhook, 'eventTypes'>, event: Pick<StoredEvent, 'type' | 'stream'>): boolean =>
  !event.stream.startsWith('webhook-') && (webhook.eventTypes.length === 0 || webhook.eventTypes.includes(event.type));

/**
 * Sends one webhook its events, in log order and at least once: one active deliverer at a time, the others stand by.
 * What is not taken after all attempts is set aside by an event, and later ones go on.
 */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { webhook, store, board, checkpoints, owner, leaseMs } = options;
  const holder = createLeaseholder({ reaction: reactionOf(webhook.id), checkpoints, owner, leaseMs });
  const sending: DeliverOptions = { ...options, webhookId: webhook.id, url: webhook.url, holder };
  const ended = new AbortController();
  const { waitMs, onError } = options;
  const follower = createFollower({
    store,
    start,
    handle,
    ...(waitMs === undefined ? {} : { waitMs }),
    ...(onError === undefined ? {} : { onError }),
  });

  return {
    async run(signal) {
      const heartbeat = setInterval(() => void holder.renew(), leaseMs / 3);
      try {
        await follower.run(AbortSignal.any([signal, ended.signal]));
      } finally {
        clearInterval(heartbeat);
        await holder.release();
      }
    },
    lag: follower.lag,
  };

  async function start(signal: AbortSignal): Promise<Position> {
    const position = (await holder.take(signal)) ?? 0;
    return position === 0 && webhook.begin === 'NOW' ? webhook.registered : position;
  }

  async function handle({ events, upTo }: Batch, signal: AbortSignal): Promise<void> {
    for (const event of events) {
      signal.throwIfAborted();
      if (event.type === 'WebhookReplayAsked' && event.stream === `webhook-${webhook.id}`) await replay(event, signal);
      else if (!isToldOf(webhook, event)) continue;
      else await first(event, signal);
      await holder.advance(event.position);
    }
    await holder.advance(upTo);
  }

  async function first(event: StoredEvent, signal: AbortSignal): Promise<void> {
    if ((await parked()).has(event.id)) return;
    const delivered = await deliver(event, sending, signal);
    if (delivered.kind !== 'taken') await giveUp(event, delivered, event.id);
  }

  /** What a person asked for and was not sent since, in the order it was asked. */
  async function replay(asked: StoredEvent, signal: AbortSignal): Promise<void> {
    const { eventIds } = asked.data as { readonly eventIds: readonly string[] };
    for (const id of eventIds) {
      const one = (await parked()).get(id);
      if (one?.askedBy !== asked.id) continue;
      const event = await eventOf(one);
      const delivered = await deliver(event, sending, signal);
      if (delivered.kind !== 'taken') await giveUp(event, delivered, asked.id);
      else await record({ type: 'SettleDelivery', data: { eventId: id }, facts: {} }, asked.id, id);
    }
  }

  async function parked(): Promise<ReadonlyMap<string, Parked>> {
    return (await board.current()).get(webhook.id)?.parked ?? new Map<string, Parked>();
  }

  async function eventOf({ stream, revision, eventId }: Parked): Promise<StoredEvent> {
    const [event] = await store.readStream(stream, { from: revision, limit: 1 });
    if (event?.id !== eventId) throw new Error(`the log has no event ${eventId} at ${stream}, revision ${revision}`);
    return event;
  }

  async function giveUp(event: StoredEvent, delivered: Exclude<Delivered, { kind: 'taken' }>, causationId: string) {
    if (delivered.kind === 'gone') {
      await record({ type: 'PauseWebhook', data: { reason: GONE }, facts: {} }, causationId, options.clock.now());
      return stop();
    }
    const { id: eventId, type: eventType, stream, revision } = event;
    const { cause, attempts } = delivered;
    const data = { eventId, eventType, stream, revision, cause, attempts };
    await record({ type: 'ParkDelivery', data, facts: {} }, causationId, eventId);
  }

  /** The same act derives the same command id, so a crash in between records it once. */
  async function record(said: Said, causationId: string, about: string): Promise<void> {
    const commandId = deriveId(causationId, `${said.type}:${webhook.id}:${about}`);
    const body = { type: said.type, about };
    const answer: WebhookAnswer = await runOnWebhook(
      options,
      webhook.id,
      said,
      { commandId, actor: SYSTEM, causationId },
      body,
    );
    if (answer.kind === 'rejected') refused(answer);
  }

  function refused({ reason }: Rejected): void {
    if (reason === 'webhook-removed') stop();
    throw new Error(`what became of a delivery could not be recorded: ${reason}`);
  }

  /** Ends this deliverer without moving the checkpoint. */
  function stop(): never {
    ended.abort();
    throw new Error('the webhook takes no more');
  }
}

const GONE = 'Bên nhận trả lời 410: không nhận nữa / The receiver answered 410: it takes no more';
