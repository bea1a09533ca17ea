import type { ReminderQueue } from '../reminder-queue.port.ts';

/** A server with a queue on it, and what may befall it. */
export interface QueueUnderTest {
  readonly kind: 'postgres' | 'redis';
  readonly url: string;
  /** Another process's view of the same queue. It finds a dead worker's job within a second or two. */
  open(): ReminderQueue;
  /** What the queue's errors said so far. */
  readonly errors: Error[];
  /** Everything queued and scheduled is gone. */
  forgetEverything(): Promise<void>;
  killServer(): Promise<void>;
  restartServer(): Promise<void>;
}

/** Short, so that a test need not wait for half a minute. */
export const IMPATIENT = { lockDurationMs: 1000, stalledIntervalMs: 500 };
