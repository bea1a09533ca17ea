import type { AnyEvent, Category, DomainEvent, EventsByCategory } from '#domain';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  PoisonEventError,
  Position,
  ReadAllOptions,
  StoredEvent,
} from './event-store.port.ts';

/** An event as programs get it: in the current shape of its type, with its place in the log and its envelope. */
export type RecordedEvent<Event extends DomainEvent = AnyEvent> = Event extends DomainEvent
  ? Pick<Event, 'type' | 'data'> & Envelope
  : never;

/** Where an event stands in the log, who recorded it, when and why. */
export type Envelope = Omit<StoredEvent, 'type' | 'data'>;

/** An event of the streams of one category. */
export type RecordedIn<C extends Category> = RecordedEvent<EventsByCategory[C]>;

/** An event ready to be recorded; the log knows the version of its shape. */
export type EventToRecord<Event extends DomainEvent = AnyEvent> = Event extends DomainEvent
  ? Pick<Event, 'type' | 'data'> & Pick<NewEvent, 'id' | 'meta'>
  : never;

/** The place of an event that this program cannot read, and why. */
export interface UnreadableEvent extends Omit<StoredEvent, 'data'> {
  readonly unreadable: PoisonEventError;
}

/** What stands at a place of the log. */
export type Entry<Event extends DomainEvent = AnyEvent> = RecordedEvent<Event> | UnreadableEvent;

/** A stretch of the log. */
export interface LogPage<Item> {
  readonly events: readonly Item[];
  /** How far the log was searched. */
  readonly upTo: Position;
}

/** Reads of the log, as {@link EventStore} promises them, of events or of what stands in their place. */
export interface LogReader<Item> {
  readStream(...args: Parameters<EventStore['readStream']>): Promise<readonly Item[]>;
  readAll(options: ReadAllOptions): Promise<LogPage<Item>>;
}

/**
 * The log for everybody but those who move it: stored JSON becomes an event here and nowhere else, lifted to the current
 * shape of its type once. Its reads throw `PoisonEventError` at an event that this program cannot read.
 */
export interface EventLog<Event extends DomainEvent = AnyEvent>
  extends LogReader<RecordedEvent<Event>>, Pick<EventStore, 'head' | 'waitPast' | 'close'> {
  /** As {@link EventStore.append}, in the version new events of each type are written in. */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToRecord<Event>[]): Promise<AppendResult>;

  /** The same reads for those who must go on beside an event that cannot be read: they get it as {@link UnreadableEvent}. */
  readonly entries: LogReader<Entry<Event>>;

  /** As `Codec.upcasts`: who keeps what events said must read them again when it has grown. */
  readonly upcasts: number;
}
