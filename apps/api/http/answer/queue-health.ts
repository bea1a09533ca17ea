import type { ReminderQueue } from '#reminders';

/** Injection token of {@link QueueHealth}. */
export const QUEUE_HEALTH = Symbol('queue health');

/** Whether the queue of reminders answers, and how many jobs wait in it. */
export interface QueueStanding {
  readonly status: 'up' | 'down';
  /** Absent while it is down. */
  readonly waiting?: number;
}

/** Undefined when this process does not watch the queue. */
export type QueueHealth = () => Promise<QueueStanding | undefined>;

export const queueHealth =
  (queue: Pick<ReminderQueue, 'ping' | 'counts'> | undefined): QueueHealth =>
  async () => {
    if (queue === undefined) return undefined;
    try {
      await queue.ping();
      return { status: 'up', waiting: (await queue.counts()).waiting };
    } catch {
      return { status: 'down' }; // reminders are late then, nothing else
    }
  };
