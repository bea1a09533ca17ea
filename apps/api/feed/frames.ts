import type { Position, RecordedEvent } from '#event-store';
import { feedEventOf, type Telling } from '#webhooks';

/** An event as a server-sent event. */
export interface Frame {
  readonly position: Position;
  readonly bytes: Buffer;
}

/** Makes events into frames, with what may be told of them. */
export const framing =
  (telling: Telling) =>
  (event: RecordedEvent): Frame => ({
    position: event.position,
    bytes: Buffer.from(`id: ${event.position}\ndata: ${JSON.stringify(feedEventOf(event, telling))}\n\n`),
  });

export type ToFrame = ReturnType<typeof framing>;
