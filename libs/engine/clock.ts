import type { Instant } from '#domain';
import type { Clock } from './engine.port.ts';

/** The machine's clock, in UTC with milliseconds. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still until it is told otherwise: for the demo, the sample data and the tests. */
export interface AdjustableClock extends Clock {
  set(instant: Instant): void;
  /** Goes on by a number of milliseconds. */
  advance(milliseconds: number): void;
}

/** Starts at `start`; throws on a text that is no instant. */
export function adjustableClock(start: Instant): AdjustableClock {
  let now = new Date(start);
  return {
    now: () => now.toISOString(),
    set: (instant) => {
      now = new Date(new Date(instant).toISOString());
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
