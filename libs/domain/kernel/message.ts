import type { Actor } from './roles.ts';
import type { Instant, LocalDate } from './dates.ts';

/** What every command carries besides its data. Time, actor and ids arrive here; a decider makes none of them. */
export interface CommandMeta {
  /** UUID. The same id is the same command for ever. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly at: Instant;
  /** Joins everything that one request set in motion. */
  readonly correlationId: string;
  /** The event that caused this command, when a reaction issues it. */
  readonly causationId?: string;
}

/**
 * A command: `data` is what the caller said; `facts` is what the caller could not decide and the decider must know of
 * other streams (the unit, the cycle, the regulation), read in the same breath.
 */
export interface Command<Type extends string, Data, Facts = Record<never, never>> {
  readonly type: Type;
  readonly data: Data;
  readonly facts: Facts;
  readonly meta: CommandMeta;
}

/** A business fact. Flat JSON; who and why are in the envelope. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** When the fact takes effect; without it, the local date on which it is recorded. */
  readonly effectiveOn?: LocalDate;
}

/** The envelope: who, when recorded, when effective, by which command, caused by what. */
export interface EventMeta {
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly effectiveOn: LocalDate;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** An event as it stands in its stream: `evolve` may use who did it and when, as four eyes must. */
export type Recorded<Event extends DomainEvent> = Event extends DomainEvent
  ? Omit<Event, 'effectiveOn'> & { readonly meta: EventMeta }
  : never;

/** How a stream becomes a state: a first one, and how each event moves it. `evolve` always succeeds. */
export interface Evolution<State, Event extends DomainEvent> {
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
}
