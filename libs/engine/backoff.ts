import { setTimeout as sleep } from 'node:timers/promises';

export interface Backoff {
  /** Longest pause before the first repetition, in milliseconds; doubles with each. */
  readonly firstMs: number;
  readonly maxMs: number;
  /** A number in [0, 1), so that callers who collided do not collide again. */
  readonly random: () => number;
}

/** Waits before repetition number `attempt` (from 0); ends early, without an error, when aborted. */
export async function pause(backoff: Backoff, attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(backoff.maxMs, backoff.firstMs * 2 ** Math.min(attempt, 20));
  const wait = longest * (0.5 + backoff.random() / 2);
  await sleep(wait, undefined, signal ? { signal } : {}).catch(() => undefined);
}
