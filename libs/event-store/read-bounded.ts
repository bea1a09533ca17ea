import type { EventLog, RecordedEvent } from './event-log.port.ts';
import type { Position, ReadAllOptions } from './event-store.port.ts';

/** Events read from the log at once: what is held in memory beside what is sent. */
const SLICE = 250;

/**
 * Events behind a position, in order: at most `limit`, and no more once they measure `maxBytes`; one at least when
 * there is one. `upTo` is where to go on.
 */
export async function readBounded<Sent>(
  store: Pick<EventLog, 'readAll'>,
  from: Pick<ReadAllOptions, 'categories'> & {
    readonly after: Position;
    readonly limit: number;
    readonly maxBytes: number;
  },
  encode: (event: RecordedEvent) => { readonly sent: Sent; readonly size: number },
): Promise<{ readonly sent: Sent[]; readonly upTo: Position }> {
  const sent: Sent[] = [];
  const { categories } = from;
  const only = categories === undefined ? {} : { categories };
  let bytes = 0;
  let after = from.after;
  while (sent.length < from.limit) {
    const limit = Math.min(SLICE, from.limit - sent.length);
    const slice = await store.readAll({ after, limit, ...only });
    for (const event of slice.events) {
      const next = encode(event);
      if (sent.length > 0 && bytes + next.size > from.maxBytes) return { sent, upTo: after };
      sent.push(next.sent);
      bytes += next.size;
      after = event.position;
    }
    if (slice.events.length < limit) return { sent, upTo: Math.max(slice.upTo, after) };
  }
  return { sent, upTo: after };
}
