import type { EventStore } from '../event-store.port.ts';
import { createEventStoreDbEventStore } from '../eventstoredb/index.ts';
import { createPostgresEventStore } from '../postgres/index.ts';

/** Where a log is kept. */
export type LogLocation =
  | { readonly log: 'postgres'; readonly databaseUrl: string }
  /** The database holds the ids of the events; see ADR 0018. */
  | { readonly log: 'eventstoredb'; readonly eventStoreUrl: string; readonly databaseUrl: string };

/** The location that settings speak of; the database is the one of this process. @throws when the address is missing */
export function logLocation(
  settings: { readonly log?: LogLocation['log'] | undefined; readonly eventStoreUrl?: string | undefined },
  databaseUrl: string,
): LogLocation {
  const { log, eventStoreUrl } = settings;
  if (log !== 'eventstoredb') return { log: 'postgres', databaseUrl };
  if (eventStoreUrl === undefined) throw new Error('a log in EventStoreDB needs its address');
  return { log, eventStoreUrl, databaseUrl };
}

export interface OpenOptions {
  /** Milliseconds between two looks at the log while somebody waits; 1,000 unless told. */
  readonly pollMs?: number;
  /** Milliseconds within which an EventStoreDB that fails is tried again; the adapter's own number unless told. */
  readonly patienceMs?: number;
  /** Connections of this log to PostgreSQL; the adapter's own number unless told. */
  readonly poolSize?: number;
  /** Called when an idle connection to PostgreSQL breaks; it is replaced by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Opens the log with the adapter it asks for. Close it to free its connections. @throws when it is out of reach */
export async function openEventStore(location: LogLocation, options: OpenOptions = {}): Promise<EventStore> {
  switch (location.log) {
    case 'postgres':
      return createPostgresEventStore({ url: location.databaseUrl, ...options });
    case 'eventstoredb': {
      const { eventStoreUrl: url, databaseUrl } = location;
      return createEventStoreDbEventStore({ url, databaseUrl, ...options });
    }
  }
}
