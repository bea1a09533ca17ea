import { assertDurable, openPool, type Pool } from '#postgres';
import type { AppendResult, EventStore, ExpectedRevision, NewEvent, ReadAllOptions } from '../event-store.port.ts';
import { GrowthWatch } from '../growth-watch.ts';
import { serialize } from '../new-event-check.ts';
import { pendingAppend } from './append-sql.ts';
import { createAppender, type Appender } from './appender.ts';
import { listenForGrowth } from './growth-listener.ts';
import { readAll, readHead } from './reader.ts';
import { createStreamReader, type StreamReader } from './stream-reader.ts';

export interface PostgresEventStoreOptions {
  /** Signs in as, or acts as, `kheo_app`; see `asAppRole`. */
  readonly url: string;
  /** Connections for appends and reads; 10 unless told. One more listens. */
  readonly poolSize?: number;
  /** Milliseconds between two looks at the log while somebody waits, should a notification be lost; 1,000 unless told. */
  readonly pollMs?: number;
  /** Milliseconds after which a silent server counts as out of reach; 60,000 unless told. */
  readonly silenceMs?: number;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/**
 * The log in PostgreSQL ≥ 15, on the schema of `logMigrations`.
 *
 * An error of `append` means "unknown": the events may or may not be stored, and the same append again tells.
 *
 * @throws NotDurableError when the server or the session could lose what it acknowledged
 */
export async function createPostgresEventStore(options: PostgresEventStoreOptions): Promise<EventStore> {
  const url = withSteadyPlans(options.url);
  const pool = openPool({
    url,
    name: 'kheo event store',
    connections: options.poolSize ?? 10,
    connectWithinMs: 5000,
    silenceMs: options.silenceMs ?? 60_000,
    check: assertDurable,
    onLost: options.onConnectionLost,
  });
  try {
    await readHead(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresEventStore(
    pool,
    new GrowthWatch({
      listen: (hooks) => listenForGrowth(url, hooks),
      readHead: () => readHead(pool),
      pollMs: options.pollMs ?? 1000,
    }),
  );
}

/** Plans are made while the log is short and kept while it grows: without sequential scans they stay good. */
function withSteadyPlans(url: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.set('options', `${given} -c enable_seqscan=off`.trim());
  return parsed.href;
}

class PostgresEventStore implements EventStore {
  readonly #pool: Pool;
  readonly #appender: Appender;
  readonly #streams: StreamReader;
  readonly #growth: GrowthWatch;
  #closing: Promise<void> | undefined;

  constructor(pool: Pool, growth: GrowthWatch) {
    this.#pool = pool;
    this.#appender = createAppender(pool);
    this.#streams = createStreamReader(pool);
    this.#growth = growth;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    this.#refuseWhenClosed();
    const result = await this.#appender.submit(pendingAppend(stream, expected, serialize(stream, events)));
    if (result.kind === 'appended') this.#growth.reached(result.position);
    return result;
  }

  async readStream(stream: string, options: { readonly from: number; readonly limit: number }) {
    this.#refuseWhenClosed();
    return this.#streams.submit({ stream, ...options, keys: [], bytes: 0 });
  }

  async readAll(options: ReadAllOptions) {
    this.#refuseWhenClosed();
    return readAll(this.#pool, options);
  }

  async head() {
    this.#refuseWhenClosed();
    return readHead(this.#pool);
  }

  waitPast(position: number, timeoutMs: number, signal?: AbortSignal) {
    return this.#growth.waitPast(position, timeoutMs, signal);
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await Promise.all([this.#appender.idle(), this.#streams.idle()]);
    await this.#growth.close();
    await this.#pool.end();
  }

  #refuseWhenClosed(): void {
    if (this.#closing) throw new Error('the event store is closed');
  }
}
