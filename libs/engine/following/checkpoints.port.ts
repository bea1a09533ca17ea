import type { Position } from '#event-store';
import type { Lease } from '#postgres';

/** Where each follower has come to, and who may move it. Knows nothing of what is done with the log. */
export interface Checkpoints {
  /** Takes the lease when it is free, expired, or already `holder`'s; undefined while it is not to be had. */
  acquire(name: string, holder: string, leaseMs: number): Promise<Lease | undefined>;
  /**
   * Moves the checkpoint, never back, and keeps the lease for another `leaseMs`; false, and nothing moved, when it was
   * lost.
   */
  advance(lease: Lease, position: Position, leaseMs: number): Promise<boolean>;
  /** Lets others in at once. */
  release(lease: Lease): Promise<void>;
}
