import { isUnreadable, pause, type Backoff, type Entry } from '#event-store';
import { LeaseLost } from '#postgres';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { HandlingFailure } from './failures.port.ts';
import type { Reaction } from './reaction.ts';

export interface AttemptOptions {
  readonly reaction: Reaction;
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
 * Lets the reaction handle an event; answers the failure when it will not be handled now, as at once when it cannot be
 * read. Throws when the event is not to blame: the log is out of reach, the lease is lost, the process stops.
 */
export async function attempt(entry: Entry, options: AttemptOptions): Promise<HandlingFailure | undefined> {
  if (isUnreadable(entry)) return failureOf(options.reaction, entry, entry.unreadable, 1);
  for (let tries = 1; ; tries += 1) {
    options.check();
    try {
      await options.reaction.handle(entry);
      return undefined;
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof LeaseLost || options.signal.aborted) throw error;
      if (tries >= options.tries) return failureOf(options.reaction, entry, error, tries);
      await pause(options.backoff, tries - 1, options.signal);
    }
  }
}

function failureOf(
  reaction: Reaction,
  event: Pick<Entry, 'id' | 'type' | 'stream' | 'revision' | 'position'>,
  error: unknown,
  attempts: number,
): HandlingFailure {
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
