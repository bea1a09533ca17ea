/** Work for one worker: messages to deliver. Ids only: what they say is in the outbox. */
export interface DeliveryJob {
  /** The same job is queued once: added again while it waits or runs, it is left as it is. */
  readonly jobId: string;
  readonly messageIds: readonly string[];
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

export interface Handlers {
  /** May run twice for the same messages, also at once: whoever handles must make the effect once. */
  readonly deliver: (messageIds: readonly string[]) => Promise<void>;
  /** A sweep is due. */
  readonly sweep: () => Promise<void>;
}

export interface QueueWorker {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

/**
 * Carries work to whoever is free, on PostgreSQL or Redis. It may forget everything at any time (`FLUSHALL`), and may
 * deliver twice: the outbox knows what is to be done, the queue only spreads it.
 */
export interface ReminderQueue {
  add(jobs: readonly DeliveryJob[]): Promise<void>;
  /** Has a sweep queued every so often, once however many processes ask; asked again it repairs what was forgotten. */
  scheduleSweep(everyMs: number): Promise<void>;
  /** Handles jobs, `concurrency` at once. A job whose worker died is handled by another. */
  work(handlers: Handlers, options: { readonly concurrency: number }): Promise<QueueWorker>;
  counts(): Promise<QueueCounts>;
  /** Resolves when the queue answers; throws when it is out of reach. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
