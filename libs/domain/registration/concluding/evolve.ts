import type { Moves } from '../moves.ts';

/** The vote, what decisions made of it, and a petition upheld. */
export const concluding = {
  VoteHeld: (at, { data: { quorumMet, passed } }) => ({ ...at, vote: { quorumMet, passed } }),
  ModelRecognized: ({ core, regulationId }, { data: { decisionId } }) => ({
    ...{ core, regulationId, decisionId },
    typical: false,
    replications: [],
  }),
  RecognitionRefused: ({ core, regulationId, appraisal }) => ({ core, regulationId, appraisal }),
  RecognitionRevoked: ({ core, regulationId, decisionId }, { data }) => ({
    ...{ core, regulationId, decisionId },
    revokedBy: data.decisionId,
  }),
  AppraisalReopened: (at) => ({
    ...at,
    appraisal: {
      ...at.appraisal,
      dueOn: undefined,
      reopened: true,
      team: at.appraisal.team.map(({ personId, unitId, declared }) => ({ personId, unitId, declared })),
    },
  }),
} satisfies Partial<Moves>;
