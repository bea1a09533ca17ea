import type { Entry, EventLog, Position } from '#event-store';
import type { Blocked, HandlingFailure, ReactionFailures } from './failures.port.ts';

export interface BacklogOptions {
  readonly store: Pick<EventLog, 'entries'>;
  readonly failures: ReactionFailures;
  readonly attempt: (entry: Entry) => Promise<HandlingFailure | undefined>;
}

const PAGE = 200;

/** Failures somebody has acted on: at most one a stream, the first. */
export const actedUpon = (waiting: readonly Blocked[]): readonly Blocked[] =>
  waiting.filter(
    (one) =>
      one.settledBy !== undefined &&
      !waiting.some((other) => other.stream === one.stream && other.revision < one.revision),
  );

/**
 * Handles what waits in a stream since the failure, in order, up to the checkpoint: from the failed event when a retry
 * was asked for, behind it when a person settled it. Then lets the stream go. A crash at any point is made good by
 * doing it again: nothing is stored but by commands that act once.
 */
export async function workOff(
  one: Blocked,
  waiting: readonly Blocked[],
  checkpoint: Position,
  { store, failures, attempt }: BacklogOptions,
): Promise<void> {
  const from = one.settledBy === 'SKIP' ? one.revision + 1 : one.revision;
  const later = waiting.filter(({ stream, revision }) => stream === one.stream && revision > one.revision);
  const until = Math.min(...later.map(({ revision }) => revision));

  for await (const event of eventsOf(store, one.stream, from)) {
    if (event.position > checkpoint || event.revision >= until) break;
    const failure = await attempt(event);
    if (!failure) continue;
    if (event.revision === one.revision) return failures.record(failure, one);
    await failures.record(failure);
    break;
  }
  await failures.release(one);
}

async function* eventsOf(store: Pick<EventLog, 'entries'>, stream: string, from: number) {
  for (let next = from; ; next += PAGE) {
    const page = await store.entries.readStream(stream, { from: next, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
  }
}
