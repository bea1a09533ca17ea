import type { Command, Decider, DomainEvent, Evolution, Instant, Rejected } from '#domain';
import type { Position, Revision } from '#event-store';

/** Reasons the engine itself refuses a command, whatever the workflow. */
export type EngineRejection = 'concurrency-conflict' | 'idempotency-key-reused';

/** The answer to an accepted command; the same for every repetition of its id. */
export interface Done {
  readonly kind: 'done';
  readonly stream: string;
  /** The stream's revision after the command's last event. */
  readonly revision: Revision;
  /** Position of the command's last event: what a reader must have seen to read this write. */
  readonly position: Position;
  readonly commandId: string;
  /** Types of the command's events. */
  readonly events: readonly string[];
}

export interface Loaded<State> {
  readonly state: State;
  /** -1 when the stream does not exist. */
  readonly revision: Revision;
}

export interface RunRequest<
  State,
  Event extends DomainEvent,
  C extends Command<string, unknown, unknown>,
  Reason extends string,
> {
  readonly stream: string;
  readonly decider: Decider<State, Event, C, Reason>;
  readonly commandId: string;
  /** What the caller said, with who said it: hashed to tell a retry from another command under the same id. */
  readonly body: unknown;
  /**
   * Decide and record nothing: the answer is the one it would be, at position 0. It waits for nobody, and answers
   * for the stream as it is now, also under a command id that is in it.
   */
  readonly dryRun?: boolean;
  /**
   * Builds the command against the state just loaded: finds the actor's right, gathers facts of other streams.
   * Called again when a race is lost, so it must only read, or take what it takes once.
   */
  readonly prepare: (loaded: Loaded<State>) => Promise<C | Rejected<Reason>> | C | Rejected<Reason>;
}

/** Loads, decides, appends; retries a lost race; a repeated command answers as the first time. */
export interface Engine {
  /** Whatever the events of the workflow: `never` accepts a decider of any. */
  load<State>(stream: string, decider: Evolution<State, never>): Promise<Loaded<State>>;
  run<State, Event extends DomainEvent, C extends Command<string, unknown, unknown>, Reason extends string>(
    request: RunRequest<State, Event, C, Reason>,
  ): Promise<Done | Rejected<Reason | EngineRejection>>;
}

/** Passed in wherever time is needed. */
export interface Clock {
  now(): Instant;
}
