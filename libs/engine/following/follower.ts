import { pause, type Backoff, type EventLog, type LogReader, type LogPage, type Position } from '#event-store';

/** What a follower needs of a log: of events, or of what stands in their place. */
export type Followed<Item> = Pick<LogReader<Item>, 'readAll'> & Pick<EventLog, 'waitPast' | 'head'>;

export interface FollowerOptions<Item> {
  readonly store: Followed<Item>;
  /** Categories to follow; all when absent. */
  readonly categories?: readonly string[];
  /** Where to begin: the stored checkpoint. Asked again after each failure; may wait for its turn. */
  readonly start: (signal: AbortSignal) => Promise<Position>;
  /**
   * Handles a batch and stores `upTo` as the checkpoint. A batch may be empty when the log grew by other categories. A
   * throw stores nothing and means: begin again at the checkpoint, after a pause.
   */
  readonly handle: (batch: LogPage<Item>, signal: AbortSignal) => Promise<void>;
  /** Told of each failure and how many came in a row. */
  readonly onError?: (error: unknown, failures: number) => void;
  /** Events in a batch at most; 500 unless told. */
  readonly batchSize?: number;
  /** Longest wait for news before looking again, in milliseconds; 1,000 unless told. */
  readonly waitMs?: number;
  readonly random?: () => number;
}

/** How far a follower has come. */
interface Progress {
  readonly position: Position;
  readonly head: Position;
  /** Failures in a row; 0 when all is well. */
  readonly failures: number;
}

export interface Follower {
  /** Follows until aborted; a batch under way is finished first. Never throws for a failing store or handler. */
  run(signal: AbortSignal): Promise<void>;
  progress(): Promise<Progress>;
}

/** A catch-up subscription: reads what is behind the checkpoint, then waits for more. At least once, in log order. */
export function createFollower<Item>(options: FollowerOptions<Item>): Follower {
  const { store, categories, batchSize = 500, waitMs = 1000 } = options;
  const backoff: Backoff = { firstMs: 50, maxMs: 5000, random: options.random ?? Math.random };
  let position: Position = 0;
  let failures = 0;

  return {
    async run(signal) {
      while (!signal.aborted) {
        try {
          await follow(signal);
        } catch (error) {
          if (signal.aborted) return;
          failures += 1;
          options.onError?.(error, failures);
          await pause(backoff, failures - 1, signal);
        }
      }
    },
    async progress() {
      const head = await store.head();
      return { position, head, failures };
    },
  };

  async function follow(signal: AbortSignal): Promise<void> {
    position = await options.start(signal);
    while (!signal.aborted) {
      const page = await store.readAll({ after: position, limit: batchSize, ...(categories ? { categories } : {}) });
      if (page.upTo > position) {
        await options.handle(page, signal);
        position = page.upTo;
      } else {
        await store.waitPast(position, waitMs, signal);
      }
      failures = 0;
    }
  }
}
