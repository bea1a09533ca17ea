import { availabilities, isAllowed } from '../kernel/index.ts';
import type { Availability as Available, Company } from '../kernel/index.ts';
import type { DecisionCommand, DecisionRejection } from './commands.ts';
import { signerFroze } from './issue.ts';
import { rights } from './rights.ts';
import { transitions, wrongStatus, type DecisionState } from './state.ts';

/** The commands a person can give to a decision that was drafted. */
export type ActionType = Exclude<DecisionCommand['type'], 'DraftDecision' | 'RecordItemResults'>;

export type Availability = Available<DecisionRejection>;

const { DraftDecision: _, RecordItemResults: __, ...ofDrafted } = rights;

/**
 * What a person may do with a decision now under the appointments that cover its body, and for what they may not, why
 * and who may. What its items know is judged when it is frozen and issued.
 */
export const availableActions = (
  state: Exclude<DecisionState, { readonly status: 'NONE' }>,
  company: Company,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, DecisionRejection>(ofDrafted, () => company, {
    standing: (type) => (isAllowed(transitions, type, state.status) ? undefined : wrongStatus(state, { type })),
    personal: (type, actor) =>
      type === 'IssueDecision' && 'frozenBy' in state ? signerFroze(state, actor) : undefined,
  });
