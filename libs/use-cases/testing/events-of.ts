import type { EventStore, StoredEvent } from '#event-store';

/** A short stream from its beginning. */
export const eventsOf = (store: Pick<EventStore, 'readStream'>, stream: string): Promise<StoredEvent[]> =>
  store.readStream(stream, { from: 0, limit: 1000 });
