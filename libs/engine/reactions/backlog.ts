import type { incident } from '#domain';
import type { EventStore, Position, StoredEvent } from '#event-store';
import type { Incident } from './incident-board.ts';
import type { IncidentKeeper } from './incident-desk.ts';

export interface BacklogOptions {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly keeper: IncidentKeeper;
  readonly attempt: (event: StoredEvent) => Promise<incident.Failure | undefined>;
}

const PAGE = 200;

/** Incidents somebody has acted on: at most one a stream, the first. */
export const settled = (waiting: readonly Incident[]): readonly Incident[] =>
  waiting.filter(
    (one) =>
      (one.retryAsked || one.status === 'RESOLVED') &&
      !waiting.some((other) => other.stream === one.stream && other.revision < one.revision),
  );

/**
 * Handles what waits in a stream since the incident, in order, up to the checkpoint: from the failed event when a retry
 * was asked for, behind it when a person settled it. Then lets the stream go. A crash at any point is made good by
 * doing it again: nothing is stored but by commands that act once.
 */
export async function workOff(
  one: Incident,
  waiting: readonly Incident[],
  checkpoint: Position,
  { store, keeper, attempt }: BacklogOptions,
): Promise<void> {
  const from = one.status === 'RESOLVED' ? one.revision + 1 : one.revision;
  const later = waiting.filter(({ stream, revision }) => stream === one.stream && revision > one.revision);
  const until = Math.min(...later.map(({ revision }) => revision));

  for await (const event of eventsOf(store, one.stream, from)) {
    if (event.position > checkpoint || event.revision >= until) break;
    const failure = await attempt(event);
    if (!failure) continue;
    if (event.revision === one.revision) return keeper.raise(failure, one);
    await keeper.raise(failure);
    break;
  }
  await keeper.release(one);
}

async function* eventsOf(store: Pick<EventStore, 'readStream'>, stream: string, from: number) {
  for (let next = from; ; next += PAGE) {
    const page = await store.readStream(stream, { from: next, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
  }
}
