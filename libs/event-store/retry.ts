import { setTimeout as sleep } from 'node:timers/promises';

export interface Backoff {
  /** Longest wait before the first repetition, in milliseconds; doubles with each. */
  readonly firstMs: number;
  readonly maxMs: number;
  /** A number in [0, 1), so that callers who collided do not collide again. */
  readonly random: () => number;
}

/** Milliseconds before repetition number `attempt` (from 0): the longest wait, or down to half of it. */
export const waitMs = ({ firstMs, maxMs, random }: Backoff, attempt: number): number =>
  Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 20)) * (0.5 + random() / 2);

/** Waits before repetition number `attempt` (from 0); ends early, without an error, when aborted. */
export async function pause(backoff: Backoff, attempt: number, signal?: AbortSignal): Promise<void> {
  await sleep(waitMs(backoff, attempt), undefined, signal ? { signal } : {}).catch(() => undefined);
}

export interface Retrying {
  readonly backoff: Backoff;
  /** Asked after each failure: throws what the caller is to get when there is no other try. */
  readonly another: (error: unknown, failed: { readonly tries: number; readonly waitMs: number }) => void;
  /** How to wait; a timer unless told. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Calls until it succeeds, with growing waits. What is called must bear being called twice. */
export async function retry<T>(call: () => Promise<T>, { backoff, another, wait = sleep }: Retrying): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const ms = waitMs(backoff, tries - 1);
      another(error, { tries, waitMs: ms });
      await wait(ms);
    }
  }
}
