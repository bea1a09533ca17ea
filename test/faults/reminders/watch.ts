import { openLog } from '../../support/log.ts';
import type { StoredEvent } from '#event-store';
import { Client } from 'pg';
import { pause } from '../seed.ts';

const PATIENCE_MS = 60_000;

/** What a run may ask of the database while it is being killed: it is asked again until it answers, for a minute. */
export async function asked<T>(url: string, sql: string): Promise<readonly T[]> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(sql)).rows as T[];
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Follows some categories of the log from its beginning, whatever befalls the database. */
export async function followLog(url: string, categories: readonly string[]) {
  const store = await openLog(url, { poolSize: 1 });
  let after = 0;
  return {
    close: () => store.close(),
    /** What came since the last time; nothing when the log is out of reach. */
    more: async (): Promise<readonly StoredEvent[]> => {
      const found: StoredEvent[] = [];
      try {
        for (;;) {
          const { events, upTo } = await store.readAll({ after, limit: 1000, categories });
          after = upTo;
          found.push(...events);
          if (events.length < 1000) return found;
        }
      } catch {
        return found;
      }
    },
  };
}
