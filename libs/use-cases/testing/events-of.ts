import type { EventLog, RecordedEvent } from '#event-store';

/** A short stream from its beginning. */
export const eventsOf = (store: Pick<EventLog, 'readStream'>, stream: string): Promise<readonly RecordedEvent[]> =>
  store.readStream(stream, { from: 0, limit: 1000 });
