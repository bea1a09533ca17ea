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
  /** Moves the checkpoint, or throws {@link LeaseLost}. */
  advance(position: Position): Promise<void>;
  /** Keeps the lease alive; failures show at the next use. */
  renew(): Promise<void>;
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

  return {
    async take(signal) {
      while (!signal.aborted) {
        lease = await checkpoints.acquire(reaction, owner, leaseMs);
        if (lease) return lease.position;
        await sleep(renewEveryMs(leaseMs), undefined, { signal }).catch(() => undefined);
      }
      return undefined;
    },
    check() {
      if (!lease) throw new LeaseLost(`the reaction ${reaction}`);
    },
    async advance(position) {
      if (lease && (await checkpoints.advance(lease, position, leaseMs))) return;
      lease = undefined;
      throw new LeaseLost(`the reaction ${reaction}`);
    },
    async renew() {
      const mine = lease;
      if (!mine) return;
      const kept = await checkpoints.renew(mine, leaseMs).catch(() => true);
      if (!kept && lease === mine) lease = undefined;
    },
    async release() {
      const mine = lease;
      lease = undefined;
      if (mine) await checkpoints.release(mine).catch(() => undefined);
    },
  };
}
