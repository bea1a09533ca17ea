import type { RecordedEvent } from '#event-store';

/**
 * A process manager: what the system does of itself when something happened. Called at least once per event, in order
 * per stream; it acts through commands whose ids derive from the event's id (`deriveId`), so the effect is once.
 * A throw is a failure: tried again a few times, then recorded (`ReactionFailures`).
 */
export interface Reaction {
  /** kebab-case; part of stored ids: never renamed. */
  readonly name: string;
  /** Categories of the streams it follows. */
  readonly categories: readonly string[];
  handle(event: RecordedEvent): Promise<void>;
}
