import type { DecisionDraftBody } from '../../../shared/api/generated/types.gen.ts';

/** How an item says why: not at all, in words, or by one of the grounds of the law. What is missing the api refuses. */
const REASONS: Readonly<Record<DecisionDraftBody['act'], 'NONE' | 'TEXT' | 'GROUND'>> = {
  RECOGNIZE: 'NONE',
  REFUSE_RECOGNITION: 'TEXT',
  REVOKE_RECOGNITION: 'TEXT',
  COMMEND: 'NONE',
  REFUSE_COMMENDATION: 'TEXT',
  CANCEL_COMMENDATION: 'GROUND',
};

export const reasonsOf = (act: DecisionDraftBody['act']): 'NONE' | 'TEXT' | 'GROUND' => REASONS[act];
