import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#event-store';

const POLL_MS = 15;

interface Waiter {
  readonly position: Position;
  readonly end: (reached: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Waits until the read models have seen a position of the log; true when they have within `timeoutMs`, false when the
 * time is up or the caller gives up, whether or not the database answers.
 *
 * @throws what the reading of the checkpoints threw.
 */
export type WaitForPosition = (position: Position, timeoutMs: number, givenUp?: AbortSignal) => Promise<boolean>;

/**
 * Lets a caller read their own writes. All callers of a process share one poll of the checkpoints; when it fails, all
 * of them are told, and the next caller begins another.
 */
export const createPositionWaiter = (lowestPosition: () => Promise<Position>): WaitForPosition => {
  const waiters = new Set<Waiter>();
  let polling = false;

  const poll = async (): Promise<void> => {
    polling = true;
    try {
      while (waiters.size > 0) {
        const reached = await lowestPosition();
        for (const waiter of waiters) if (waiter.position <= reached) waiter.end(true);
        if (waiters.size > 0) await sleep(POLL_MS);
      }
    } catch (error) {
      for (const waiter of waiters) waiter.fail(error);
    } finally {
      polling = false;
    }
  };

  return async (position, timeoutMs, givenUp) => {
    if (givenUp?.aborted) return false;
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const waiter: Waiter = {
      position,
      end: (reached) => {
        waiters.delete(waiter);
        resolve(reached);
      },
      fail: (error) => {
        waiters.delete(waiter);
        reject(error);
      },
    };
    const leave = (): void => waiter.end(false);
    const timer = setTimeout(leave, timeoutMs);
    givenUp?.addEventListener('abort', leave);
    waiters.add(waiter);
    if (!polling) void poll();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      givenUp?.removeEventListener('abort', leave);
    }
  };
};
