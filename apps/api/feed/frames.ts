import type { Position, RecordedEvent } from '#event-store';
import { feedEventOf } from '#webhooks';

/** An event as a server-sent event. */
export interface Frame {
  readonly position: Position;
  readonly bytes: Buffer;
}

export const frameOf = (event: RecordedEvent): Frame => ({
  position: event.position,
  bytes: Buffer.from(`id: ${event.position}\ndata: ${JSON.stringify(feedEventOf(event))}\n\n`),
});
