import type { Entry, EventLog, LogPage, Position } from '#event-store';
import { followUnderLease } from '../following/follow-under-lease.ts';
import type { Followed, Follower, FollowerOptions } from '../following/follower.ts';
import { createLeaseholder } from '../following/leaseholder.ts';
import { shareReads } from '../following/share-reads.ts';
import { attempt, type AttemptOptions } from './attempts.ts';
import { actedUpon, workOff } from './backlog.ts';
import type { ReactionCheckpoints } from './checkpoints.port.ts';
import type { ReactionFailures } from './failures.port.ts';
import type { Reaction } from './reaction.ts';

export interface ReactionRunnerOptions extends Pick<FollowerOptions<Entry>, 'onError' | 'batchSize' | 'waitMs'> {
  readonly reaction: Reaction;
  readonly store: EventLog;
  /** Reads of the whole log, shared with the other followers of the process (`shareReads`); of its own unless told. */
  readonly reads?: Followed<Entry>;
  readonly checkpoints: ReactionCheckpoints;
  /** Where events that keep failing are kept. */
  readonly failures: ReactionFailures;
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

/**
 * Runs one reaction: one active runner at a time, the others stand by. Each event of its categories is handled at least
 * once, in order per stream. An event that keeps failing, or cannot be read, is kept by `failures`: later events of its
 * stream wait behind it, all other streams go on. The checkpoint moves with each batch that had something to do, and
 * with each sign of life in between, so that a restart reads again what a third of a lease brought, at most.
 */
export function createReactionRunner(options: ReactionRunnerOptions): Follower {
  const { reaction, store, failures } = options;
  const holder = createLeaseholder({ ...options, name: reaction.name });
  const attempts = attemptsOf(options, holder.check);
  let handled: Position = 0;

  return followUnderLease(holder, {
    ...options,
    store: options.reads ?? shareReads(store),
    categories: reaction.categories,
    taken,
    handle,
  });

  async function taken(checkpoint: Position, signal: AbortSignal): Promise<Position> {
    handled = checkpoint;
    await workOffActedUpon(signal);
    return checkpoint;
  }

  async function handle({ events, upTo }: LogPage<Entry>, signal: AbortSignal): Promise<void> {
    await workOffActedUpon(signal);
    const blocked = new Set((await failures.blocked(reaction.name)).map(({ stream }) => stream));
    for (const entry of events) {
      if (signal.aborted) return;
      if (!blocked.has(entry.stream)) {
        const failure = await attempt(entry, attempts(signal));
        if (failure) {
          await failures.record(failure);
          blocked.add(entry.stream);
        }
      }
      moveTo(entry.position);
    }
    moveTo(upTo);
    if (events.length > 0) await holder.advance(upTo);
  }

  function moveTo(position: Position): void {
    handled = position;
    holder.reached(position);
  }

  async function workOffActedUpon(signal: AbortSignal): Promise<void> {
    const waiting = await failures.blocked(reaction.name);
    const tools = { store, failures, attempt: (entry: Entry) => attempt(entry, attempts(signal)) };
    for (const one of actedUpon(waiting)) await workOff(one, waiting, handled, tools);
  }
}

function attemptsOf(
  { reaction, tries = 4, retryMs = 100, random = Math.random }: ReactionRunnerOptions,
  check: () => void,
): (signal: AbortSignal) => AttemptOptions {
  const backoff = { firstMs: retryMs, maxMs: 5000, random };
  return (signal) => ({ reaction, tries, backoff, check, signal });
}
