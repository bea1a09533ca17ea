import { assertDurable, openPool } from '#postgres';
import type { EventStore } from '../event-store.port.ts';
import { GrowthWatch } from '../growth-watch.ts';
import { serialize } from '../new-event-check.ts';
import { pendingAppend } from './append-sql.ts';
import { createAppender } from './appender.ts';
import { listenForGrowth } from './growth-listener.ts';
import { readAll, readHead } from './reader.ts';
import { storeOf } from '../store-of.ts';
import { createStreamReader } from './stream-reader.ts';

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
  const head = () => readHead(pool);
  const appender = createAppender(pool);
  const streams = createStreamReader(pool);
  return storeOf(
    {
      append: async (stream, expected, events) =>
        appender.submit(pendingAppend(stream, expected, serialize(stream, events))),
      readStream: (stream, page) => streams.submit({ stream, ...page, keys: [], bytes: 0 }),
      readAll: (asked) => readAll(pool, asked),
      head,
      end: () => pool.end(),
    },
    new GrowthWatch({
      listen: (hooks) => listenForGrowth(url, hooks),
      readHead: head,
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
