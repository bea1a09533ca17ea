import type { Position } from '#event-store';
import type { Lease, Standing } from '#postgres';

/** Where each reaction has come to, and who runs it. Knows nothing of what a reaction does. */
export interface ReactionCheckpoints {
  /** Takes the lease when it is free, expired, or already `holder`'s; undefined while another holds it. */
  acquire(reaction: string, holder: string, leaseMs: number): Promise<Lease | undefined>;
  /** Moves the checkpoint and keeps the lease for another `leaseMs`; false, and nothing moved, when it was lost. */
  advance(lease: Lease, position: Position, leaseMs: number): Promise<boolean>;
  /** Lets others in at once. */
  release(lease: Lease): Promise<void>;
  /** Every reaction that was ever run, by name. */
  standings(): Promise<readonly Standing[]>;
}
