import type { Moves } from '../moves.ts';

/** The vote, what decisions made of it, and a petition upheld. */
export const concluding = {
  VoteHeld: (at, { data: { quorumMet, passed, heldOn, yes, no, abstain, members, minPercent, denominator } }) => ({
    ...at,
    vote: {
      ...{ quorumMet, passed, heldOn, yes, members },
      ballots: yes + no + abstain,
      needed: Math.max(1, Math.ceil((minPercent * denominator) / 100)),
    },
  }),
  ModelRecognized: ({ core, regulationId }, { data: { decisionId } }) => ({
    ...{ core, regulationId, decisionId },
    typical: false,
    replications: [],
  }),
  RecognitionRefused: ({ core, regulationId, appraisal }, { data: { decidedOn } }) => ({
    ...{ core, regulationId, appraisal },
    refusedOn: decidedOn,
  }),
  RecognitionRevoked: ({ core, regulationId, decisionId }, { data }) => ({
    ...{ core, regulationId, decisionId },
    revokedBy: data.decisionId,
  }),
  AppraisalReopened: ({ core, regulationId, appraisal }) => ({
    ...{ core, regulationId },
    appraisal: {
      ...appraisal,
      dueOn: undefined,
      reopened: true,
      team: appraisal.team.map(({ personId, unitId, declared }) => ({ personId, unitId, declared })),
    },
  }),
} satisfies Partial<Moves>;
