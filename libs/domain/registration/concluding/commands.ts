import type { Command, DecisionData, DecisionFacts } from '../../kernel/index.ts';
import type { RegulationVersion } from '../facts.ts';

export type RecognizeByDecision = Command<
  'RecognizeByDecision',
  DecisionData,
  DecisionFacts & { readonly regulation: RegulationVersion }
>;

export type RefuseByDecision = Command<'RefuseByDecision', DecisionData & { readonly reason: string }, DecisionFacts>;

/** The decision that recognized the model is cited from the registration's own stream. */
export type RevokeByDecision = Command<'RevokeByDecision', DecisionData & { readonly ground: string }, DecisionFacts>;

export type ConcludingCommand = RecognizeByDecision | RefuseByDecision | RevokeByDecision;
