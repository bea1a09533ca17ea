import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Position } from '#event-store';
import type { ReadModelsDb } from '../database.ts';

const POLL_MS = 15;

interface Waiter {
  readonly position: Position;
  readonly until: number;
  readonly done: (reached: boolean) => void;
}

/** Waits until the read models have seen a position of the log; true when they have within `timeoutMs`. */
export type WaitForPosition = (position: Position, timeoutMs: number) => Promise<boolean>;

/**
 * Lets a caller read their own writes. All callers of a process share one poll of the checkpoints. Projections that
 * are stopped hold nobody up: `projectionStatus` says so.
 */
export const createPositionWaiter = (db: ReadModelsDb): WaitForPosition => {
  let waiters: Waiter[] = [];
  let polling = false;

  const poll = async (): Promise<void> => {
    polling = true;
    while (waiters.length > 0) {
      const reached = await lowestPosition(db);
      const now = performance.now();
      const [ended, open] = partition(waiters, ({ position, until }) => position <= reached || until <= now);
      waiters = open;
      for (const { position, done } of ended) done(position <= reached);
      if (waiters.length > 0) await sleep(POLL_MS);
    }
    polling = false;
  };

  return (position, timeoutMs) =>
    new Promise((done, fail) => {
      waiters.push({ position, until: performance.now() + timeoutMs, done });
      if (!polling) {
        poll().catch((error: unknown) => {
          polling = false;
          waiters = [];
          fail(error instanceof Error ? error : new Error(String(error)));
        });
      }
    });
};

const lowestPosition = async (db: ReadModelsDb): Promise<Position> => {
  const { rows } = await sql<{ position: number | null }>`
    select min(position) as position from read_models.projections where status = 'running'`.execute(db);
  return rows[0]?.position ?? 0;
};

const partition = <Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] => [
  items.filter(test),
  items.filter((item) => !test(item)),
];
