import { categoryOf, type Category, type DomainEvent } from '#domain';
import type { Codec } from './codec/codec.ts';
import { productCodec } from './codec/upcasters.ts';
import type { Entry, EventLog, RecordedEvent, RecordedIn, UnreadableEvent } from './event-log.port.ts';
import { PoisonEventError, type EventStore, type StoredEvent } from './event-store.port.ts';

/** The log in events of the product. Closing it closes the store. */
export function createEventLog(store: EventStore): EventLog;
/** The log in the events that a codec knows. */
export function createEventLog<Event extends DomainEvent>(store: EventStore, codec: Codec<Event>): EventLog<Event>;
export function createEventLog(store: EventStore, codec: Codec<DomainEvent> = productCodec): EventLog<DomainEvent> {
  const entryOf = (stored: StoredEvent): Entry<DomainEvent> => {
    try {
      return codec.decode(stored);
    } catch (error) {
      if (!(error instanceof PoisonEventError)) throw error;
      const { data: _data, ...place } = stored;
      return { ...place, unreadable: error };
    }
  };

  return {
    append: (stream, expected, events) =>
      store.append(
        stream,
        expected,
        events.map((event) => ({ id: event.id, ...codec.encode(event), meta: event.meta })),
      ),
    ...readerOf(store, (stored) => codec.decode(stored)),
    entries: readerOf(store, entryOf),
    upcasts: codec.upcasts,
    head: () => store.head(),
    waitPast: (...args) => store.waitPast(...args),
    close: () => store.close(),
  };
}

const readerOf = <Item>(store: EventStore, decode: (stored: StoredEvent) => Item) => ({
  readStream: async (...args: Parameters<EventStore['readStream']>) => (await store.readStream(...args)).map(decode),
  readAll: async (...args: Parameters<EventStore['readAll']>) => {
    const { events, upTo } = await store.readAll(...args);
    return { events: events.map(decode), upTo };
  },
});

/** Tells the two kinds of entries apart. */
export const isUnreadable = (entry: RecordedEvent<DomainEvent> | UnreadableEvent): entry is UnreadableEvent =>
  'unreadable' in entry;

/** Narrows an event to those of some categories: its stream tells. */
export function isIn<C extends Category>(event: RecordedEvent, ...categories: readonly C[]): event is RecordedIn<C>;
/** Tells whether an entry stands in a stream of some categories. */
export function isIn(entry: Entry, ...categories: readonly string[]): boolean;
export function isIn(entry: Entry, ...categories: readonly string[]): boolean {
  return categories.includes(categoryOf(entry.stream));
}

/** The events of some categories. */
export function eventsIn<C extends Category>(
  events: readonly RecordedEvent[],
  categories: readonly C[],
): readonly RecordedIn<C>[];
export function eventsIn(events: readonly RecordedEvent[], categories: readonly string[]): readonly unknown[] {
  return events.filter(({ stream }) => categories.includes(categoryOf(stream)));
}

/** The events of entries that must all be readable. @throws PoisonEventError at the first that is not */
export const readable = (entries: readonly Entry[]): readonly RecordedEvent[] =>
  entries.map((entry) => {
    if (isUnreadable(entry)) throw entry.unreadable;
    return entry;
  });
