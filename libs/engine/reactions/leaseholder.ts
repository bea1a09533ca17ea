import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#event-store';
import { LeaseLost, renewEveryMs, type Lease } from '#postgres';
import type { ReactionCheckpoints } from './checkpoints.port.ts';

/** Holds the lease of one reaction for one runner. */
export interface Leaseholder {
  /** Waits until the lease is this runner's; answers the checkpoint. When aborted while waiting: undefined. */
  take(signal: AbortSignal): Promise<Position | undefined>;
  /** Throws {@link LeaseLost} when it is known that another runner took over. */
  check(): void;
  /** Notes how far the holder has come: stored with its next sign of life. */
  reached(position: Position): void;
  /** Moves the checkpoint at once, or throws {@link LeaseLost}. */
  advance(position: Position): Promise<void>;
  /** Keeps the lease alive and moves the checkpoint to what was reached; failures show at the next use. */
  renew(): Promise<void>;
  /** Stores what was reached and lets others in. */
  release(): Promise<void>;
}

export interface LeaseholderOptions {
  readonly reaction: string;
  readonly checkpoints: ReactionCheckpoints;
  /** Names the runner; unique among all processes. */
  readonly owner: string;
  readonly leaseMs: number;
}

export function createLeaseholder({ reaction, checkpoints, owner, leaseMs }: LeaseholderOptions): Leaseholder {
  let lease: Lease | undefined;
  let place: Position = 0;
  let storing: Promise<unknown> = Promise.resolve();

  return {
    async take(signal) {
      while (!signal.aborted) {
        lease = await checkpoints.acquire(reaction, owner, leaseMs);
        if (lease) return (place = lease.position);
        await sleep(renewEveryMs(leaseMs), undefined, { signal }).catch(() => undefined);
      }
      return undefined;
    },
    check() {
      if (!lease) throw lost();
    },
    reached(position) {
      place = position;
    },
    async advance(position) {
      place = position;
      if (lease && (await store(lease))) return;
      lease = undefined;
      throw lost();
    },
    renew,
    async release() {
      await renew();
      const mine = lease;
      lease = undefined;
      if (mine) await checkpoints.release(mine).catch(() => undefined);
    },
  };

  async function renew(): Promise<void> {
    const mine = lease;
    if (!mine) return;
    const kept = await store(mine).catch(() => true);
    if (!kept && lease === mine) lease = undefined;
  }

  /** One at a time: of two places under way to the database, the earlier might arrive last. */
  function store(mine: Lease): Promise<boolean> {
    const stored = storing.then(() => checkpoints.advance(mine, place, leaseMs));
    storing = stored.catch(() => undefined);
    return stored;
  }

  function lost(): LeaseLost {
    return new LeaseLost(`the reaction ${reaction}`);
  }
}
