import type { Position, Revision } from '#event-store';

/** An event that a reaction could not handle. */
export interface HandlingFailure {
  readonly reaction: string;
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly eventId: string;
  readonly eventType: string;
  readonly cause: string;
  /** How often it was tried since it was last recorded. */
  readonly attempts: number;
}

/** A stream that waits behind an event that could not be handled. */
export interface Blocked {
  /** Names the failure. */
  readonly id: string;
  readonly stream: string;
  /** Of the event that failed. */
  readonly revision: Revision;
  /** What people want done with the event; undefined until they say. */
  readonly settledBy: 'RETRY' | 'SKIP' | undefined;
  /** The last event about it: what is done about it is done once for each. */
  readonly lastEventId: string;
}

/** What a reaction could not handle, kept until people settle it. Each act is recorded once, however often it is asked. */
export interface ReactionFailures {
  /** What holds streams back from a reaction, as the log stands now. */
  blocked(reaction: string): Promise<readonly Blocked[]>;
  /** Keeps a failure; `again` when it is the one that people wanted retried. */
  record(failure: HandlingFailure, again?: Blocked): Promise<void>;
  /** What waited in the stream has been handled. */
  release(blocked: Blocked): Promise<void>;
}
