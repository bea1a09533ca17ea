import { checkAppend, type Expected, type WriterIndex } from './idempotency.ts';
import type { Journal } from './journal.ts';
import { recordOf, type LogRecord, type ProposedEvent } from './record.ts';

export type Outcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  /** `current` is -1 when the stream has no event. */
  | { readonly kind: 'wrong-expected-version'; readonly current: number };

/**
 * The transaction log: one order for all streams, held in memory, and in a journal when it must outlive the process.
 * An append is decided at once against all that is written; it is answered, and seen by readers, once it is on disk.
 * As in the server, a writer that comes too late is told so at once, even when the winner is not on disk yet.
 */
export class Log implements WriterIndex {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  /** Since the start only: the server's cache of committed events does not outlive its process either. */
  private readonly ids = new Map<string, LogRecord>();
  private readonly listeners = new Set<() => void>();
  private readonly now: () => number;
  private readonly journal: Journal | undefined;
  private flushed = 0;

  constructor(now: () => number, journal?: Journal) {
    this.now = now;
    this.journal = journal;
    for (const record of journal?.load() ?? []) this.place(record);
    this.flushed = this.records.length;
  }

  /** How many records are on disk. */
  get committed(): number {
    return this.flushed;
  }

  /** The byte where the next record will begin. */
  get end(): number {
    return this.records.at(-1)?.end ?? 0;
  }

  /** Called after each flush; returns what ends it. */
  onCommitted(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All events or none. */
  async append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Promise<Outcome> {
    const ids = events.map(({ id }) => id);
    const decision = checkAppend(this, stream, expected, ids);
    if (decision.kind === 'wrong-expected-version') return { ...decision, current: this.lastRevision(stream) };
    if (decision.kind === 'idempotent') {
      const { revision, position } = decision.last;
      await this.journal?.written();
      return { kind: 'written', revision, position };
    }
    const written = this.write(stream, events);
    const upTo = this.records.length;
    const answer = {
      kind: 'written',
      revision: this.lastRevision(stream),
      position: written.at(-1)?.position ?? this.end,
    } as const;
    if (this.journal !== undefined) await this.journal.write(written);
    this.commit(upTo);
    return answer;
  }

  lastRevision(stream: string): number {
    return this.stream(stream).length - 1;
  }

  at(stream: string, revision: number): LogRecord | undefined {
    return this.stream(stream)[revision];
  }

  writtenWith(id: string): LogRecord | undefined {
    return this.ids.get(id);
  }

  /** All its records, by revision, flushed or not. */
  stream(name: string): readonly LogRecord[] {
    return this.streams.get(name) ?? [];
  }

  /** The first record that begins at `position` or after it. */
  indexFrom(position: number): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private write(stream: string, events: readonly ProposedEvent[]): LogRecord[] {
    const created = this.now();
    return events.map((event) => {
      const place = { stream, revision: this.lastRevision(stream) + 1, position: this.end, created };
      const record = recordOf(event, place);
      this.place(record);
      this.ids.set(record.id, record);
      return record;
    });
  }

  private place(record: LogRecord): void {
    this.records.push(record);
    const stream = this.streams.get(record.stream);
    if (stream === undefined) this.streams.set(record.stream, [record]);
    else stream.push(record);
  }

  private commit(upTo: number): void {
    if (upTo <= this.flushed) return;
    this.flushed = upTo;
    for (const listener of [...this.listeners]) listener();
  }
}
