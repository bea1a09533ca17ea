import type { LocalDate } from './dates.ts';
import type { Role } from './roles.ts';

/** Who drafts decisions: what waits for a decision waits for them. */
export const DRAFTING = { DraftDecision: ['STANDING_BODY_OFFICER'] } as const satisfies Readonly<
  Record<string, readonly Role[]>
>;

/** A recognition that was taken back, as it is told to what rests on it. */
export interface Revoked extends DecisionData {
  /** The registration whose recognition was revoked. */
  readonly revokedId: string;
}

/** What an item is told of the decision that is applied to it. */
export interface DecisionData {
  readonly decisionId: string;
  /** As it was typed: `446-QĐ/TU`. */
  readonly documentNumber: string;
  readonly decidedOn: LocalDate;
}

/** What an item of an issued decision must know besides its own stream. */
export interface DecisionFacts {
  readonly signerId: string;
  /** The item's revision in the frozen manifest. */
  readonly frozenRevision: number;
  /** The item's revision now, before this command. */
  readonly currentRevision: number;
}

/** What an item is told by a decision, as far as it tells whether the item is as it was frozen. */
export interface FrozenItem {
  /** Of the command. */
  readonly type: string;
  readonly facts: Pick<DecisionFacts, 'frozenRevision' | 'currentRevision'>;
}
