import { personsOf } from '../kernel/index.ts';
import type { EvidenceRef, Recorded } from '../kernel/index.ts';
import type { AwardForm } from '../regulation/events.ts';
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
}

interface Reviewed extends Proposal {
  readonly favourable: boolean;
}

interface Decided extends Proposal {
  readonly decisionId: string;
}

/** One member per status, so that a status narrows to its own. */
type In<Status extends string, Data> = Status extends string ? { readonly status: Status } & Data : never;

export type CommendationState =
  | { readonly status: 'NONE' }
  | In<'PROPOSED' | 'RETURNED' | 'VERIFIED' | 'WITHDRAWN', Proposal>
  | In<'COUNCIL_REVIEWED', Reviewed>
  | In<'SUBMITTED', Reviewed & { readonly toUnitId: string }>
  | In<'AWARDED' | 'NOT_AWARDED', Decided>
  | In<'CANCELLED', Decided & { readonly cancelledBy: string }>;

export type CommendationStatus = CommendationState['status'];

export const initial: CommendationState = { status: 'NONE' };

type Event<Type extends CommendationEvent['type']> = Extract<Recorded<CommendationEvent>, { readonly type: Type }>;

/** Never fails, whatever the status: what the log holds was decided. */
export const evolve = (state: CommendationState, event: Recorded<CommendationEvent>): CommendationState => {
  switch (event.type) {
    case 'CommendationProposed':
      return proposed(event);
    case 'CommendationRevised':
      return revised(state, event);
    case 'CommendationReturned':
      return withProposal(state, (proposal) => ({ ...proposal, status: 'RETURNED' }));
    case 'CommendationVerified':
      return withProposal(state, (proposal) => ({
        ...proposal,
        status: 'VERIFIED',
        verifiedBy: [...proposal.verifiedBy, ...personsOf(event.meta.actor)],
      }));
    case 'CouncilReviewRecorded':
      return withProposal(state, (proposal) => ({
        ...proposal,
        status: 'COUNCIL_REVIEWED',
        favourable: event.data.favourable,
      }));
    case 'CommendationSubmitted':
      return state.status === 'COUNCIL_REVIEWED'
        ? { ...state, status: 'SUBMITTED', toUnitId: event.data.toUnitId }
        : state;
    case 'CommendationWithdrawn':
      return withProposal(state, (proposal) => ({ ...proposal, status: 'WITHDRAWN' }));
    case 'ModelCommended':
    case 'AchievementCommended':
      return withProposal(state, (proposal) => ({
        ...proposal,
        status: 'AWARDED',
        decisionId: event.data.decisionId,
      }));
    case 'CommendationRefused':
      return withProposal(state, (proposal) => ({
        ...proposal,
        status: 'NOT_AWARDED',
        decisionId: event.data.decisionId,
      }));
    case 'CommendationCancelled':
      return state.status === 'AWARDED' ? { ...state, status: 'CANCELLED', cancelledBy: event.data.decisionId } : state;
  }
};

const proposed = ({ data, meta }: Event<'CommendationProposed'>): CommendationState => ({
  status: 'PROPOSED',
  ...data,
  proposedBy: personsOf(meta.actor),
  verifiedBy: [],
});

const revised = (state: CommendationState, { data, meta }: Event<'CommendationRevised'>): CommendationState =>
  withProposal(state, (proposal) => ({
    ...proposal,
    status: 'PROPOSED',
    recipient: data.recipient,
    form: data.form,
    scope: data.scope,
    evidence: data.evidence,
    proposedBy: [...proposal.proposedBy, ...personsOf(meta.actor)],
  }));

const withProposal = (state: CommendationState, move: (proposal: Proposal) => CommendationState): CommendationState =>
  state.status === 'NONE' ? state : move(proposalOf(state));

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
});
