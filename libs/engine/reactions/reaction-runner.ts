import type { EventStore, Position } from '#event-store';
import { renewEveryMs } from '#postgres';
import { catalogue, type EventCodec } from '../catalogue.ts';
import { createFollower, type Batch, type Follower, type FollowerOptions } from '../follower.ts';
import { attempt, type AttemptOptions } from './attempts.ts';
import { settled, workOff } from './backlog.ts';
import type { ReactionCheckpoints } from './checkpoints.port.ts';
import type { ReactionFailures } from './failures.port.ts';
import { createLeaseholder } from './leaseholder.ts';
import type { Reaction } from './reaction.ts';

export interface ReactionRunnerOptions extends Pick<FollowerOptions, 'onError' | 'batchSize' | 'waitMs'> {
  readonly reaction: Reaction;
  readonly store: EventStore;
  readonly checkpoints: ReactionCheckpoints;
  /** Where events that keep failing are kept. */
  readonly failures: ReactionFailures;
  /** That of the product's catalogue unless told. */
  readonly codec?: EventCodec;
  /** Names this runner; unique among all processes. */
  readonly owner: string;
  /** After so many milliseconds without a sign of life another runner takes over; 5,000 unless told. */
  readonly leaseMs?: number;
  /** Tries of an event before its failure is recorded; 4 unless told. */
  readonly tries?: number;
  /** Longest pause before the first repetition, in milliseconds; doubles; 100 unless told. */
  readonly retryMs?: number;
  readonly random?: () => number;
}

/** Batches without an event of its categories after which the checkpoint is stored: reading them again is cheap. */
const IDLE_BATCHES = 50;

/**
 * Runs one reaction: one active runner at a time, the others stand by. Each event of its categories is handled at least
 * once, in order per stream. The failure of an event that keeps failing is recorded: later events of its stream wait behind
 * it, all other streams go on.
 */
export function createReactionRunner(options: ReactionRunnerOptions): Follower {
  const { reaction, store, failures, codec = catalogue, leaseMs = 5000, random = Math.random } = options;
  const holder = createLeaseholder({ ...options, reaction: reaction.name, leaseMs });
  const backoff = { firstMs: options.retryMs ?? 100, maxMs: 5000, random };
  const attempts = (signal: AbortSignal): AttemptOptions => ({
    reaction,
    codec,
    tries: options.tries ?? 4,
    backoff,
    check: holder.check,
    signal,
  });
  let reached: Position = 0;
  let idle = 0;

  const follower = createFollower({ ...options, categories: reaction.categories, start: takeOver, handle });
  return {
    async run(signal) {
      const heartbeat = setInterval(() => void holder.renew(), renewEveryMs(leaseMs));
      try {
        await follower.run(signal);
      } finally {
        clearInterval(heartbeat);
        await holder.release();
      }
    },
    progress: follower.progress,
  };

  async function takeOver(signal: AbortSignal): Promise<Position> {
    const position = await holder.take(signal);
    if (position === undefined) return reached;
    reached = position;
    await workOffSettled(signal);
    return position;
  }

  async function handle({ events, upTo }: Batch, signal: AbortSignal): Promise<void> {
    await workOffSettled(signal);
    const blocked = new Set((await failures.blocked(reaction.name)).map(({ stream }) => stream));
    for (const event of events) {
      if (signal.aborted) return holder.advance(reached);
      reached = event.position;
      if (blocked.has(event.stream)) continue;
      const failure = await attempt(event, attempts(signal));
      if (!failure) continue;
      await failures.record(failure);
      blocked.add(event.stream);
    }
    reached = upTo;
    idle = events.length > 0 ? 0 : idle + 1;
    if (idle % IDLE_BATCHES === 0) await holder.advance(upTo);
  }

  async function workOffSettled(signal: AbortSignal): Promise<void> {
    const waiting = await failures.blocked(reaction.name);
    const tools = { store, failures, attempt: (event: Batch['events'][number]) => attempt(event, attempts(signal)) };
    for (const one of settled(waiting)) await workOff(one, waiting, reached, tools);
  }
}
