import { statusesAfter, type Transitions } from '../kernel/index.ts';
import type { CommendationCommand } from './commands.ts';
import type { CommendationEvent } from './events.ts';
import type { CommendationState } from './state.ts';

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
    from: ['PROPOSED', 'RETURNED', 'VERIFIED', 'COUNCIL_REVIEWED', 'SUBMITTED'],
    events: { CommendationWithdrawn: 'WITHDRAWN' },
  },
  AwardByDecision: { from: ['SUBMITTED'], events: { ModelCommended: 'AWARDED', AchievementCommended: 'AWARDED' } },
  RefuseByDecision: { from: ['SUBMITTED'], events: { CommendationRefused: 'NOT_AWARDED' } },
  CancelByDecision: { from: ['AWARDED'], events: { CommendationCancelled: 'CANCELLED' } },
} as const satisfies Transitions<CommendationCommand, CommendationEvent, CommendationState>;

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
