import { rights as deciding } from './decision/index.ts';
import { rights } from './registration/index.ts';
import type { Rights } from './kernel/index.ts';
import type { Step } from './regulation/index.ts';

/**
 * Who does a step, in the unit or in one above it: whoever may give its command. A vote is the council's, whoever
 * records it.
 */
export const STEP_ROLES: Rights<{ readonly type: Step }> = {
  DRAFT: rights.DraftRegistration,
  SUBMIT: rights.SubmitRegistration,
  ACCEPT: rights.AcceptRegistration,
  SCORE: rights.ScoreModel,
  VOTE: ['COUNCIL_MEMBER'],
  SIGN: deciding.IssueDecision,
};
