import type { RegulationContent } from '../../regulation/events.ts';

export type VoteRules = NonNullable<RegulationContent['vote']>;

export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly members: number;
  readonly present: number;
}

export interface VoteOutcome {
  readonly denominator: number;
  readonly quorumMet: boolean;
  readonly passed: boolean;
}

/**
 * Whole numbers from 0; nobody votes twice. Without written ballots everybody present votes yes, no or abstains; with
 * them the ballots on top came in writing.
 */
export const countsAgree = ({ yes, no, abstain, members, present }: VoteCounts, { writtenBallots }: VoteRules) => {
  const ballots = yes + no + abstain;
  const whole = [yes, no, abstain, members, present].every((count) => Number.isSafeInteger(count) && count >= 0);
  const complete = writtenBallots ? ballots >= present : ballots === present;
  return whole && members > 0 && complete && ballots <= members;
};

/**
 * With integers only: `ballots * 100 >= quorumPercent * members` for the quorum and
 * `yes * 100 >= minPercent * denominator` for the vote, where PRESENT counts whoever took part, in writing too. A vote
 * without a quorum, or without a single yes, does not pass.
 */
export const voteOutcome = ({ yes, no, abstain, members }: VoteCounts, rules: VoteRules): VoteOutcome => {
  const ballots = yes + no + abstain;
  const denominator = rules.denominator === 'ALL_MEMBERS' ? members : ballots;
  const quorumMet = ballots * 100 >= rules.quorumPercent * members;
  return { denominator, quorumMet, passed: quorumMet && yes > 0 && yes * 100 >= rules.minPercent * denominator };
};
