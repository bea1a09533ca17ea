import { pause, type Backoff, type StoredEvent } from '#event-store';
import { LeaseLost } from '#postgres';
import { inCurrentShape, type EventCodec } from '../catalogue.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { Failure } from './failures.port.ts';
import type { Reaction } from './reaction.ts';

export interface AttemptOptions {
  readonly reaction: Reaction;
  readonly codec: EventCodec;
  /** Tries in all before it is a failure. */
  readonly tries: number;
  readonly backoff: Backoff;
  /** Throws when this runner may not go on. */
  readonly check: () => void;
  readonly signal: AbortSignal;
}

/** Longest cause kept, in characters. */
const CAUSE_LENGTH = 500;

/**
 * Lets the reaction handle an event; answers the failure when it will not be handled now. Throws when the event is not
 * to blame: the log is out of reach, the lease is lost, the process stops.
 */
export async function attempt(event: StoredEvent, options: AttemptOptions): Promise<Failure | undefined> {
  for (let tries = 1; ; tries += 1) {
    options.check();
    try {
      await options.reaction.handle(inCurrentShape(options.codec, event));
      return undefined;
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof LeaseLost || options.signal.aborted) throw error;
      if (tries >= options.tries) return failureOf(options.reaction, event, error, tries);
      await pause(options.backoff, tries - 1, options.signal);
    }
  }
}

function failureOf(reaction: Reaction, event: StoredEvent, error: unknown, attempts: number): Failure {
  return {
    reaction: reaction.name,
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    eventId: event.id,
    eventType: event.type,
    cause: String(error).slice(0, CAUSE_LENGTH),
    attempts,
  };
}
