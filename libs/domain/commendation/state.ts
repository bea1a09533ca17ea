import { evolveBy, personsOf, statusesAfter, wrongStatusIn } from '../kernel/index.ts';
import type { EvidenceRef, In, Recorded, Transitions } from '../kernel/index.ts';
import type { AwardForm } from '../regulation/events.ts';
import type { CommendationCommand } from './commands.ts';
import type { Achievement, CommendationEvent, CommendationScope, Recipient } from './events.ts';

interface Proposal {
  readonly commendationId: string;
  readonly unitId: string;
  readonly cycleId: string;
  readonly regulationId: string;
  readonly recipient: Recipient;
  readonly achievement: Achievement;
  readonly form: AwardForm;
  readonly scope: CommendationScope;
  readonly evidence: readonly EvidenceRef[];
  /** Everybody who proposed or revised it, and those for whom they acted. */
  readonly proposedBy: readonly string[];
  /** Everybody who ever verified it. */
  readonly verifiedBy: readonly string[];
  /** The model it rests on lost its recognition. `settled`: the standing body lets the award or the proposal stand. */
  readonly revokedAchievement?: { readonly revokedId: string; readonly settled: boolean } | undefined;
}

interface Reviewed extends Proposal {
  readonly favourable: boolean;
}

interface Decided extends Proposal {
  readonly decisionId: string;
}

export type CommendationState =
  | { readonly status: 'NONE' }
  | In<'PROPOSED' | 'RETURNED' | 'VERIFIED' | 'WITHDRAWN', Proposal>
  | In<'COUNCIL_REVIEWED', Reviewed>
  | In<'SUBMITTED', Reviewed & { readonly toUnitId: string }>
  | In<'AWARDED' | 'NOT_AWARDED', Decided>
  | In<'CANCELLED', Decided & { readonly cancelledBy: string }>;

export type CommendationStatus = CommendationState['status'];

export const initial: CommendationState = { status: 'NONE' };

const BEFORE_DECISION = ['PROPOSED', 'RETURNED', 'VERIFIED', 'COUNCIL_REVIEWED', 'SUBMITTED'] as const;

/** What can still be stopped or taken back. */
const STANDING = [...BEFORE_DECISION, 'AWARDED'] as const;

/**
 * What each command may do to a commendation, and from which status. `decide` refuses everything else, but what the
 * system asks for a second time, which changes nothing. The state diagram is drawn from it.
 */
export const transitions = {
  ProposeCommendation: { from: ['NONE'], events: { CommendationProposed: 'PROPOSED' } },
  ReturnCommendation: {
    from: ['PROPOSED', 'VERIFIED', 'COUNCIL_REVIEWED'],
    events: { CommendationReturned: 'RETURNED' },
  },
  ReviseCommendation: { from: ['RETURNED'], events: { CommendationRevised: 'PROPOSED' } },
  VerifyCommendation: { from: ['PROPOSED'], events: { CommendationVerified: 'VERIFIED' } },
  RecordCouncilReview: { from: ['VERIFIED'], events: { CouncilReviewRecorded: 'COUNCIL_REVIEWED' } },
  SubmitCommendation: { from: ['COUNCIL_REVIEWED'], events: { CommendationSubmitted: 'SUBMITTED' } },
  WithdrawCommendation: {
    from: BEFORE_DECISION,
    events: { CommendationWithdrawn: 'WITHDRAWN' },
  },
  AwardByDecision: { from: ['SUBMITTED'], events: { ModelCommended: 'AWARDED', AchievementCommended: 'AWARDED' } },
  RefuseByDecision: { from: ['SUBMITTED'], events: { CommendationRefused: 'NOT_AWARDED' } },
  CancelByDecision: { from: ['AWARDED'], events: { CommendationCancelled: 'CANCELLED' } },
  MarkAchievementRevoked: { from: STANDING, events: { AchievementRevoked: 'same' } },
  SettleRevokedAchievement: { from: STANDING, events: { RevokedAchievementSettled: 'same' } },
} as const satisfies Transitions<CommendationCommand, CommendationEvent, CommendationState>;

export const wrongStatus = wrongStatusIn('commendation', transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);

export const evolve = evolveBy<CommendationState, Recorded<CommendationEvent>, typeof transitions>(transitions, {
  CommendationProposed: (_, { data, meta }) => ({ ...data, proposedBy: personsOf(meta.actor), verifiedBy: [] }),
  CommendationRevised: (proposal, { data: { recipient, form, scope, evidence }, meta }) => ({
    ...proposal,
    ...{ recipient, form, scope, evidence },
    proposedBy: [...proposal.proposedBy, ...personsOf(meta.actor)],
  }),
  CommendationReturned: (state) => proposalOf(state),
  CommendationVerified: (proposal, { meta }) => ({
    ...proposal,
    verifiedBy: [...proposal.verifiedBy, ...personsOf(meta.actor)],
  }),
  CouncilReviewRecorded: (proposal, { data: { favourable } }) => ({ ...proposal, favourable }),
  CommendationSubmitted: (reviewed, { data: { toUnitId } }) => ({ ...reviewed, toUnitId }),
  CommendationWithdrawn: (state) => proposalOf(state),
  ModelCommended: (state, { data: { decisionId } }) => ({ ...proposalOf(state), decisionId }),
  AchievementCommended: (state, { data: { decisionId } }) => ({ ...proposalOf(state), decisionId }),
  CommendationRefused: (state, { data: { decisionId } }) => ({ ...proposalOf(state), decisionId }),
  CommendationCancelled: (awarded, { data }) => ({ ...awarded, cancelledBy: data.decisionId }),
  AchievementRevoked: (at, { data: { revokedId } }) => ({ ...at, revokedAchievement: { revokedId, settled: false } }),
  RevokedAchievementSettled: (at) => ({
    ...at,
    revokedAchievement: at.revokedAchievement && { ...at.revokedAchievement, settled: true },
  }),
});

const proposalOf = (state: Proposal): Proposal => ({
  commendationId: state.commendationId,
  unitId: state.unitId,
  cycleId: state.cycleId,
  regulationId: state.regulationId,
  recipient: state.recipient,
  achievement: state.achievement,
  form: state.form,
  scope: state.scope,
  evidence: state.evidence,
  proposedBy: state.proposedBy,
  verifiedBy: state.verifiedBy,
  revokedAchievement: state.revokedAchievement,
});
