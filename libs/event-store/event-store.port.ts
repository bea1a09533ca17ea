import type { EventMeta } from '#domain';

/** A place in the whole log. A safe integer that grows with every event, survives a restart and sorts; 0 is before the first event. */
export type Position = number;

/** A place in one stream: 0 for its first event. */
export type Revision = number;

/** What the caller believes of a stream: its last revision, or that it does not exist yet. */
export type ExpectedRevision = Revision | 'no-stream';

/** An event ready to be stored. */
export interface NewEvent {
  /** UUID, derived from the command id: the same event is the same append, however often it is tried. */
  readonly id: string;
  readonly type: string;
  /** Version of the event type's shape, from 1. */
  readonly version: number;
  readonly data: unknown;
  readonly meta: StoredMeta;
}

/** The envelope as stored. */
export interface StoredMeta extends EventMeta {
  /** Hex SHA-256 of the command as the caller sent it: tells a retry from another command under the same id. */
  readonly commandHash: string;
}

/** An event as the log holds it. */
export interface StoredEvent extends NewEvent {
  readonly position: Position;
  /** `<category>-<id>`, e.g. `registration-1b4e…`. */
  readonly stream: string;
  readonly revision: Revision;
}

/** What became of one append. Breakage (the store is out of reach) is thrown, and then the outcome is unknown: try again. */
export type AppendResult =
  | {
      readonly kind: 'appended';
      readonly revision: Revision;
      readonly position: Position;
      /** The ids were there already, so the log holds what an earlier append said under them: read to know what that is. */
      readonly repeated: boolean;
    }
  /** The stream is not where the caller believed. Nothing was written. */
  | { readonly kind: 'wrong-revision'; readonly actual: ExpectedRevision }
  /** One of the ids is already used by another stream or at another place. Nothing was written. */
  | { readonly kind: 'id-reused' };

export interface ReadAllOptions {
  /** Only events behind this position. */
  readonly after: Position;
  readonly limit: number;
  /** Only streams of these categories; without it, all. */
  readonly categories?: readonly string[];
}

/** The log did not answer, however often it was asked. What became of an append is unknown. */
export class LogUnreachableError extends Error {
  override readonly name = 'LogUnreachableError';
}

/** A reader asked for what is behind a position that this log never told: it comes from another log. */
export class UnknownPositionError extends Error {
  override readonly name = 'UnknownPositionError';
}

/** An event that this program cannot read. It is not skipped: whoever follows the log stops there and says so. */
export class PoisonEventError extends Error {
  override readonly name = 'PoisonEventError';
}

/**
 * The log: the only place where facts are kept. Both adapters pass the suite in `contract/`.
 * It knows nothing of commands, workflows and read models.
 */
export interface EventStore {
  /**
   * Appends all events or none, durable when it answers. Appending the same ids to the same place again answers
   * with the same place, as `repeated`, and stores nothing. Of all commands that ever use an id at most one is told that
   * it was stored and not `repeated`: the one whose words the log holds. Tries again by itself for some seconds at most.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;

  /** At most `limit` events of a stream in order, from a revision. A missing stream is empty. */
  readStream(stream: string, options: { readonly from: Revision; readonly limit: number }): Promise<StoredEvent[]>;

  /**
   * At most `limit` events of the whole log in order. Never skips: an event that becomes visible later has a later
   * position. `upTo` is how far the log was searched, so a reader with a filter moves on when nothing matched.
   *
   * @throws UnknownPositionError where positions are places in a file, and `after` is none
   */
  readAll(options: ReadAllOptions): Promise<{ readonly events: StoredEvent[]; readonly upTo: Position }>;

  /** Position of the last event; 0 when the log is empty. */
  head(): Promise<Position>;

  /** Resolves as soon as the log may have grown past `position`, or after `timeoutMs`, or when aborted. A hint: read to know. */
  waitPast(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void>;

  /** Lets running appends end and frees connections. */
  close(): Promise<void>;
}
