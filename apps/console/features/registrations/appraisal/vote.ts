import type { RegulationDetail } from '../../../shared/api/generated/types.gen.ts';

export type VoteRules = NonNullable<RegulationDetail['content']['vote']>;

export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly members: number;
  readonly present: number;
}

/** Whether a part of a whole reaches a share of it. */
interface Comparison {
  readonly part: number;
  readonly percent: number;
  readonly whole: number;
  readonly reached: boolean;
}

export interface VotePreview {
  readonly ballots: number;
  /** What is wrong with the numbers; nothing when they agree. */
  readonly disagree:
    'NO_MEMBERS' | 'MORE_BALLOTS_THAN_MEMBERS' | 'BALLOTS_ARE_NOT_THE_PRESENT' | 'PRESENT_UNHEARD' | null;
  readonly quorum: Comparison;
  readonly vote: Comparison;
  readonly passed: boolean;
}

const compare = (part: number, percent: number, whole: number): Comparison => ({
  ...{ part, percent, whole },
  reached: part * 100 >= percent * whole,
});

/**
 * A part of a whole in hundredths of a percent, cut off and never rounded up: what misses a share by however little does
 * not look as if it reached it. `exact` where nothing was cut off.
 */
export const shareOf = (part: number, whole: number): { readonly hundredths: number; readonly exact: boolean } => {
  if (whole === 0) return { hundredths: 0, exact: true };
  const rest = (part * 10_000) % whole;
  return { hundredths: (part * 10_000 - rest) / whole, exact: rest === 0 };
};

const disagreement = ({ yes, no, abstain, members, present }: VoteCounts, { writtenBallots }: VoteRules) => {
  const ballots = yes + no + abstain;
  if (members === 0) return 'NO_MEMBERS';
  if (ballots > members) return 'MORE_BALLOTS_THAN_MEMBERS';
  if (!writtenBallots && ballots !== present) return 'BALLOTS_ARE_NOT_THE_PRESENT';
  return ballots < present ? 'PRESENT_UNHEARD' : null;
};

/**
 * A preview of what the api will compute of the numbers typed, with whole numbers only: the ballots against the quorum,
 * the yes against the threshold. Without a quorum, or without a single yes, nothing passes.
 */
export const votePreview = (counts: VoteCounts, rules: VoteRules): VotePreview => {
  const { yes, no, abstain, members } = counts;
  const ballots = yes + no + abstain;
  const quorum = compare(ballots, rules.quorumPercent, members);
  const vote = compare(yes, rules.minPercent, rules.denominator === 'ALL_MEMBERS' ? members : ballots);
  return {
    ballots,
    disagree: disagreement(counts, rules),
    quorum,
    vote,
    passed: quorum.reached && yes > 0 && vote.reached,
  };
};
