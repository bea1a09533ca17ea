/**
 * What each command may do to a commendation, and from which status: `decide` refuses everything else, and the state
 * diagram is drawn from it.
 */
export const transitions = [
  { command: 'ProposeCommendation', event: 'CommendationProposed', from: 'NONE', to: 'PROPOSED' },
  { command: 'ReturnCommendation', event: 'CommendationReturned', from: 'PROPOSED', to: 'RETURNED' },
  { command: 'ReturnCommendation', event: 'CommendationReturned', from: 'VERIFIED', to: 'RETURNED' },
  { command: 'ReturnCommendation', event: 'CommendationReturned', from: 'COUNCIL_REVIEWED', to: 'RETURNED' },
  { command: 'ReviseCommendation', event: 'CommendationRevised', from: 'RETURNED', to: 'PROPOSED' },
  { command: 'VerifyCommendation', event: 'CommendationVerified', from: 'PROPOSED', to: 'VERIFIED' },
  { command: 'RecordCouncilReview', event: 'CouncilReviewRecorded', from: 'VERIFIED', to: 'COUNCIL_REVIEWED' },
  { command: 'SubmitCommendation', event: 'CommendationSubmitted', from: 'COUNCIL_REVIEWED', to: 'SUBMITTED' },
  { command: 'WithdrawCommendation', event: 'CommendationWithdrawn', from: 'PROPOSED', to: 'WITHDRAWN' },
  { command: 'WithdrawCommendation', event: 'CommendationWithdrawn', from: 'RETURNED', to: 'WITHDRAWN' },
  { command: 'WithdrawCommendation', event: 'CommendationWithdrawn', from: 'VERIFIED', to: 'WITHDRAWN' },
  { command: 'WithdrawCommendation', event: 'CommendationWithdrawn', from: 'COUNCIL_REVIEWED', to: 'WITHDRAWN' },
  { command: 'WithdrawCommendation', event: 'CommendationWithdrawn', from: 'SUBMITTED', to: 'WITHDRAWN' },
  { command: 'AwardByDecision', event: 'ModelCommended', from: 'SUBMITTED', to: 'AWARDED' },
  { command: 'AwardByDecision', event: 'AchievementCommended', from: 'SUBMITTED', to: 'AWARDED' },
  { command: 'RefuseByDecision', event: 'CommendationRefused', from: 'SUBMITTED', to: 'NOT_AWARDED' },
  { command: 'CancelByDecision', event: 'CommendationCancelled', from: 'AWARDED', to: 'CANCELLED' },
] as const;
