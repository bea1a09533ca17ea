import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#domain';
import type { Clock } from '#engine';
import type { EventLog, Position } from '#event-store';
import type { Sweep } from '#reminders';

/** What changes who owes what. */
const CATEGORIES = ['report', 'registration', 'cycle', 'regulation', 'unit', 'person'] as const;

/** Looks between two repairs of the queue's own schedule. */
const REPAIR_EVERY = 15;

export interface TriggerOptions {
  readonly store: Pick<EventLog, 'readAll' | 'head'>;
  readonly clock: Clock;
  readonly sweep: Sweep;
  /** Something is to be entered into the log. */
  readonly owesLog: () => Promise<boolean>;
  /** Has the queue bring a sweep now and then, also after it forgot everything. */
  readonly schedule: () => Promise<void>;
  /** Milliseconds between two looks. */
  readonly tickMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * The second trigger of the sweep, beside the queue's: looks every few seconds whether a rung was reached, the day
 * changed, or the log moved, and sends what waits. Without the queue everything is still planned. Ends when aborted.
 */
export const runTriggers = async (options: TriggerOptions, signal: AbortSignal): Promise<void> => {
  const look = createLook(options);
  while (!signal.aborted) {
    try {
      await look();
    } catch (error) {
      options.onError(error);
    }
    await sleep(options.tickMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
};

const createLook = ({ store, clock, sweep, owesLog, schedule, onError }: TriggerOptions) => {
  let nextAt: Instant = '';
  let position: Position | undefined;
  let looks = 0;
  let pending = 0;

  const logMoved = async (): Promise<boolean> => {
    position ??= await store.head();
    const { events, upTo } = await store.readAll({ after: position, limit: 1000, categories: CATEGORIES });
    position = upTo;
    return events.length > 0;
  };

  return async (): Promise<void> => {
    if (looks % REPAIR_EVERY === 0) await schedule().catch(onError);
    looks += 1;
    if (await logMoved()) pending = 2; // the read models may follow a moment later, so the next look sweeps again
    if (pending === 0 && clock.now() < nextAt && !(await owesLog())) {
      await sweep.dispatch();
      return;
    }
    const report = await sweep.run();
    if (report === undefined) return; // another process is at it
    nextAt = report.nextAt;
    pending = Math.max(0, pending - 1);
  };
};
