import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#event-store';
import { LeaseLost, renewEveryMs, type Lease } from '#postgres';
import type { Checkpoints } from './checkpoints.port.ts';

/** Stores something that belongs to a lease. @throws LeaseLost when that was lost, and then nothing is stored */
type Store = (lease: Lease) => Promise<void>;

/** Holds the lease of one follower. */
export interface Leaseholder {
  /** Milliseconds without a sign of life after which somebody else may take over. */
  readonly leaseMs: number;
  /** Waits until the lease is this process's; answers the checkpoint. Throws when aborted meanwhile. */
  take(signal: AbortSignal): Promise<Position>;
  /** Throws {@link LeaseLost} when it is known that the lease is held no longer. */
  check(): void;
  /** Notes how far the holder has come: stored with its next sign of life. */
  reached(position: Position): void;
  /** Moves the checkpoint at once, or throws {@link LeaseLost}. `store` moves it together with what was made of the log. */
  advance(position: Position, store?: Store): Promise<void>;
  /** Keeps the lease alive and moves the checkpoint to what was reached; failures show at the next use. */
  renew(): Promise<void>;
  /** Stores what was reached and holds the lease no longer. `last` is stored instead of letting others in. */
  release(last?: Store): Promise<void>;
}

export interface LeaseholderOptions {
  /** Of the checkpoint. */
  readonly name: string;
  readonly checkpoints: Checkpoints;
  /** Names the process; unique among all. */
  readonly owner: string;
  /** Milliseconds; 5,000 unless told: a standby, which looks every third of it, is at work within seven seconds. */
  readonly leaseMs?: number | undefined;
}

export function createLeaseholder({ name, checkpoints, owner, leaseMs = 5000 }: LeaseholderOptions): Leaseholder {
  let lease: Lease | undefined;
  let place: Position = 0;
  let storing: Promise<unknown> = Promise.resolve();

  return {
    leaseMs,
    async take(signal) {
      for (;;) {
        signal.throwIfAborted();
        lease = await checkpoints.acquire(name, owner, leaseMs);
        if (lease) return (place = lease.position);
        await sleep(renewEveryMs(leaseMs), undefined, { signal });
      }
    },
    check: () => void held(),
    reached(position) {
      place = position;
    },
    async advance(position, store = (mine) => move(mine, position)) {
      await inTurn(held(), store);
      place = position;
    },
    renew,
    async release(last = (mine) => checkpoints.release(mine)) {
      await renew();
      const mine = lease;
      lease = undefined;
      if (mine) await inTurn(mine, last);
    },
  };

  async function renew(): Promise<void> {
    if (lease) await inTurn(lease, (mine) => move(mine, place)).catch(() => undefined);
  }

  async function move(mine: Lease, position: Position): Promise<void> {
    if (!(await checkpoints.advance(mine, position, leaseMs))) throw new LeaseLost(name);
  }

  /** One at a time: a sign of life would wait in the database for what is being stored, and keep a connection meanwhile. */
  async function inTurn(mine: Lease, store: Store): Promise<void> {
    const stored = storing.then(() => store(mine));
    storing = stored.catch((error: unknown) => {
      if (error instanceof LeaseLost && lease === mine) lease = undefined;
    });
    await stored;
  }

  function held(): Lease {
    if (lease) return lease;
    throw new LeaseLost(name);
  }
}
