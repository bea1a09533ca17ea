import type { EventStore } from '../event-store.port.ts';
import { GrowthWatch } from '../growth-watch.ts';
import { serialize } from '../new-event-check.ts';
import { storeOf } from '../store-of.ts';
import { createAppender } from './appender.ts';
import { Calls } from './calls.ts';
import { parseConnection } from './connection.ts';
import { openEventIds, type EventIdsOptions } from './event-ids.ts';
import { listenForGrowth } from './growth-listener.ts';
import { readAll, readHead, readStream } from './reader.ts';

export interface EventStoreDbOptions extends EventIdsOptions {
  /** `esdb://user:password@host:2113,host2:2113?tls=true&tlsCAFile=…`, also `esdb+discover://` and `kurrentdb://`. */
  readonly url: string;
  /** Milliseconds one call may take before it counts as unanswered; 3,000 unless told. */
  readonly deadlineMs?: number;
  /** Milliseconds within which a failed call is tried again; 3,000 unless told. The engine tries a few times more. */
  readonly patienceMs?: number;
  /** Milliseconds between two looks at the log while somebody waits, should the subscription be silent; 1,000 unless told. */
  readonly pollMs?: number;
  readonly random?: () => number;
}

/**
 * The log in an EventStoreDB ≥ 23.10 or KurrentDB that is Khéo's own. Streams are named `<category>-<id>`, so the
 * server's `$ce-<category>` streams work. A position is the commit position: it grows and is not dense.
 *
 * An error of `append` means "unknown": the events may or may not be stored, and the same append again tells.
 *
 * @throws when the address cannot be read, or server or database are out of reach
 */
export async function createEventStoreDbEventStore(options: EventStoreDbOptions): Promise<EventStore> {
  const { deadlineMs = 3000, patienceMs = 3000, random = Math.random } = options;
  const connection = parseConnection(options.url);
  const ids = await openEventIds(options);
  const calls = new Calls(connection, { deadlineMs, patienceMs, random });
  const growth = new GrowthWatch({
    listen: (hooks) => listenForGrowth(calls.client, deadlineMs, hooks),
    readHead: () => readHead(calls),
    pollMs: options.pollMs ?? 1000,
  });
  try {
    await readHead(calls);
  } catch (error) {
    await Promise.all([calls.close(), ids.close()]);
    throw error;
  }
  const append = createAppender({ calls, ids, credentials: connection.credentials, deadlineMs });
  return storeOf(
    {
      append: async (stream, expected, events) => {
        serialize(stream, events);
        return append(stream, expected, events);
      },
      readStream: (stream, page) => readStream(calls, stream, page),
      readAll: (asked) => readAll(calls, asked),
      head: () => readHead(calls),
      end: () => Promise.all([calls.close(), ids.close()]),
    },
    growth,
  );
}
