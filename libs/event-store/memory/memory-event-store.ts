import { categoryOf } from '#domain';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAllOptions,
  StoredEvent,
  StoredMeta,
} from '../event-store.port.ts';
import { serialize, type SerializedEvent } from '../new-event-check.ts';

interface Row extends SerializedEvent {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
}

/** A log that lives as long as its process: for specs and trials. Stores JSON text, as the real one does. */
export function createMemoryEventStore(): EventStore {
  return new MemoryEventStore();
}

class MemoryEventStore implements EventStore {
  readonly #log: Row[] = [];
  readonly #streams = new Map<string, Row[]>();
  readonly #byId = new Map<string, Row>();
  readonly #waiting = new Set<() => void>();
  #closed = false;

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    this.#refuseWhenClosed();
    const incoming = serialize(stream, events);
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const known = incoming.map((event) => this.#byId.get(event.id));
    if (known.some((row) => row !== undefined)) return answerAgain(stream, first, known);

    const rows = this.#streams.get(stream) ?? [];
    if (rows.length !== first)
      return { kind: 'wrong-revision', actual: rows.length === 0 ? 'no-stream' : rows.length - 1 };
    for (const event of incoming) this.#store(stream, rows, event);
    this.#streams.set(stream, rows);
    this.#wakeAll();
    return { kind: 'appended', revision: rows.length - 1, position: this.#log.length, repeated: false };
  }

  async readStream(stream: string, options: { readonly from: number; readonly limit: number }): Promise<StoredEvent[]> {
    this.#refuseWhenClosed();
    const rows = this.#streams.get(stream) ?? [];
    return rows.slice(options.from, options.from + options.limit).map(toEvent);
  }

  async readAll({ after, limit, categories }: ReadAllOptions): Promise<{ events: StoredEvent[]; upTo: Position }> {
    this.#refuseWhenClosed();
    const events: StoredEvent[] = [];
    for (const row of this.#log.slice(after)) {
      if (events.length === limit) return { events, upTo: events.at(-1)?.position ?? after };
      if (!categories || categories.includes(categoryOf(row.stream))) events.push(toEvent(row));
    }
    return { events, upTo: Math.max(after, this.#log.length) };
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    return this.#log.length;
  }

  async waitPast(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.#closed || this.#log.length > position || signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      signal?.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wakeAll();
  }

  #store(stream: string, rows: Row[], event: SerializedEvent): void {
    const row: Row = { ...event, stream, revision: rows.length, position: this.#log.length + 1 };
    rows.push(row);
    this.#log.push(row);
    this.#byId.set(event.id, row);
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new Error('the event store is closed');
  }
}

function answerAgain(stream: string, first: number, known: readonly (Row | undefined)[]): AppendResult {
  const samePlace = known.every((row, index) => row?.stream === stream && row.revision === first + index);
  const last = known.at(-1);
  if (!samePlace || !last) return { kind: 'id-reused' };
  return { kind: 'appended', revision: last.revision, position: last.position, repeated: true };
}

const toEvent = (row: Row): StoredEvent => ({
  position: row.position,
  stream: row.stream,
  revision: row.revision,
  id: row.id,
  type: row.type,
  version: row.version,
  data: JSON.parse(row.data) as unknown,
  meta: JSON.parse(row.meta) as StoredMeta,
});
