import type { Actor } from '#domain';
import type { RecordedEvent } from '#event-store';

/** An event as programs get it. */
export interface FeedEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly actor: Actor;
  /** Its schema: `/api/schemas/{type}/{version}`. */
  readonly data: unknown;
}

/** What of an event is shown to other programs, by the feed and by webhooks alike. */
export const feedEventOf = (event: RecordedEvent): FeedEvent => {
  const { position, id, type, version, stream, revision, data } = event;
  const { recordedAt, effectiveOn, actor } = event.meta;
  return { position, id, type, version, stream, revision, recordedAt, effectiveOn, actor, data };
};

/** The body of a delivery. */
export const payloadOf = (event: RecordedEvent): string =>
  JSON.stringify({ type: event.type, timestamp: event.meta.recordedAt, data: feedEventOf(event) });
