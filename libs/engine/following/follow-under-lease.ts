import type { Position } from '#event-store';
import { renewEveryMs } from '#postgres';
import { createFollower, type Follower, type FollowerOptions } from './follower.ts';
import type { Leaseholder } from './leaseholder.ts';

export interface UnderLeaseOptions<Item> extends Omit<FollowerOptions<Item>, 'start'> {
  /** Called each time the lease was taken: says where to go on. At the checkpoint unless told. */
  readonly taken?: (checkpoint: Position, signal: AbortSignal) => Promise<Position>;
}

/**
 * Follows the log while a lease is held: stands by until it is to be had, renews it every third of its time, and stands
 * by again when it is lost, also while nothing happens. Gives it up in the end.
 */
export function followUnderLease<Item>(holder: Leaseholder, options: UnderLeaseOptions<Item>): Follower {
  const { store, taken = (checkpoint) => Promise.resolve(checkpoint) } = options;
  const follower = createFollower({
    ...options,
    store: { ...store, readAll },
    start: async (signal) => taken(await holder.take(signal), signal),
  });

  return {
    async run(signal) {
      const heartbeat = setInterval(() => void holder.renew(), renewEveryMs(holder.leaseMs));
      try {
        await follower.run(signal);
      } finally {
        clearInterval(heartbeat);
        await holder.release().catch(() => undefined);
      }
    },
    progress: follower.progress,
  };

  async function readAll(asked: Parameters<typeof store.readAll>[0]) {
    holder.check();
    return store.readAll(asked);
  }
}
