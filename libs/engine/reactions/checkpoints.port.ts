import type { LeaseStanding } from '#postgres';
import type { Checkpoints } from '../following/checkpoints.port.ts';

/** The checkpoints of reactions, and of others that act on what they read. */
export interface ReactionCheckpoints extends Checkpoints {
  /** Every one that was ever run, by name. */
  standings(): Promise<readonly LeaseStanding[]>;
}
