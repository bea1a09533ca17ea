import type { Position } from '#event-store';

/** The right to run a reaction, until it expires or somebody else takes it. */
export interface Lease {
  readonly reaction: string;
  /** Grows with each holder: a holder who was passed over cannot move the checkpoint any more. */
  readonly token: number;
  /** The checkpoint when the lease was taken. */
  readonly position: Position;
}

/** Where one reaction stands. */
export interface Standing {
  readonly reaction: string;
  readonly position: Position;
  /** Who runs it; null when nobody does. */
  readonly owner: string | null;
}

/** Where each reaction has come to, and who runs it. Knows nothing of what a reaction does. */
export interface ReactionCheckpoints {
  /** Takes the lease when it is free, expired, or already `owner`'s; undefined while another holds it. */
  acquire(reaction: string, owner: string, leaseMs: number): Promise<Lease | undefined>;
  /** Keeps the lease for another `leaseMs`; false when it was lost. */
  renew(lease: Lease, leaseMs: number): Promise<boolean>;
  /** Moves the checkpoint; false, and nothing moved, when the lease was lost. */
  advance(lease: Lease, position: Position, leaseMs: number): Promise<boolean>;
  /** Lets others in at once. */
  release(lease: Lease): Promise<void>;
  /** Every reaction that was ever run, by name. */
  standings(): Promise<readonly Standing[]>;
}
