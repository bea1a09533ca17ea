import type { StoredEvent } from '../event-store.port.ts';
import { MAX_EVENTS_PER_APPEND } from '../new-event-check.ts';
import { lineOf } from './difference.ts';

/** Bytes of one append, unless a single event is larger: what every store takes at once. */
const MAX_APPEND_BYTES = 512 * 1024;

/** Neighbours in the log that are of one stream, together: they are stored at once without changing the order of the log. */
export async function* appendsOf(events: AsyncIterable<StoredEvent>): AsyncGenerator<readonly StoredEvent[], void> {
  let append: StoredEvent[] = [];
  let bytes = 0;
  for await (const event of events) {
    const size = Buffer.byteLength(lineOf(event));
    const joins =
      append[0]?.stream === event.stream && append.length < MAX_EVENTS_PER_APPEND && bytes + size <= MAX_APPEND_BYTES;
    if (!joins) {
      if (append.length > 0) yield append;
      append = [];
      bytes = 0;
    }
    append.push(event);
    bytes += size;
  }
  if (append.length > 0) yield append;
}
