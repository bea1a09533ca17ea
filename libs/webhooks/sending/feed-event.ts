import type { Actor } from '#domain';
import { withoutPersonal } from '#contracts';
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
  /** Its schema: `/api/schemas/{type}/{version}`. Personal fields are null for who is not to have them. */
  readonly data: unknown;
}

/** Whether the fields that hold personal data are told. */
export interface Telling {
  readonly personal: boolean;
}

/** What of an event is shown to other programs, by the feed and by webhooks alike. */
export const feedEventOf = (event: RecordedEvent, { personal }: Telling): FeedEvent => {
  const { position, id, type, version, stream, revision } = event;
  const data = personal ? event.data : withoutPersonal(type, event.data);
  const { recordedAt, effectiveOn, actor } = event.meta;
  return { position, id, type, version, stream, revision, recordedAt, effectiveOn, actor, data };
};

/** The body of a delivery. */
export const payloadOf = (event: RecordedEvent, telling: Telling): string =>
  JSON.stringify({ type: event.type, timestamp: event.meta.recordedAt, data: feedEventOf(event, telling) });
