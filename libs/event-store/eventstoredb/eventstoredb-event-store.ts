import type { EventStore, ExpectedRevision, NewEvent, Position, ReadAllOptions } from '../event-store.port.ts';
import { GrowthWatch } from '../growth-watch.ts';
import { serialize } from '../new-event-check.ts';
import { createAppender } from './appender.ts';
import { Calls } from './calls.ts';
import { parseConnection } from './connection.ts';
import { openEventIds, type EventIds, type EventIdsOptions } from './event-ids.ts';
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
  const { credentials } = connection;
  return new EventStoreDbEventStore({
    calls,
    ids,
    growth,
    append: createAppender({ calls, ids, credentials, deadlineMs }),
  });
}

interface Parts {
  readonly calls: Calls;
  readonly ids: EventIds;
  readonly growth: GrowthWatch;
  readonly append: EventStore['append'];
}

class EventStoreDbEventStore implements EventStore {
  readonly #parts: Parts;
  readonly #appending = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
    this.#refuseWhenClosed();
    serialize(stream, events);
    const appending = this.#parts.append(stream, expected, events);
    this.#appending.add(appending);
    try {
      const result = await appending;
      if (result.kind === 'appended') this.#parts.growth.reached(result.position);
      return result;
    } finally {
      this.#appending.delete(appending);
    }
  }

  async readStream(stream: string, options: { readonly from: number; readonly limit: number }) {
    this.#refuseWhenClosed();
    return readStream(this.#parts.calls, stream, options);
  }

  async readAll(options: ReadAllOptions) {
    this.#refuseWhenClosed();
    return readAll(this.#parts.calls, options);
  }

  async head() {
    this.#refuseWhenClosed();
    return readHead(this.#parts.calls);
  }

  waitPast(position: Position, timeoutMs: number, signal?: AbortSignal) {
    return this.#parts.growth.waitPast(position, timeoutMs, signal);
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await Promise.allSettled(this.#appending);
    await this.#parts.growth.close();
    await Promise.all([this.#parts.calls.close(), this.#parts.ids.close()]);
  }

  #refuseWhenClosed(): void {
    if (this.#closing) throw new Error('the event store is closed');
  }
}
