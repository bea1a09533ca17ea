import { statusesAfter, type Transitions } from '../kernel/index.ts';
import type { DecisionCommand } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import type { DecisionState } from './state.ts';

/**
 * What each command may do to a decision, and from which status. `decide` refuses everything else, but what the system
 * asks for a second time, which changes nothing. The state diagram is drawn from it.
 */
export const transitions = {
  DraftDecision: { from: ['NONE'], events: { DecisionDrafted: 'DRAFT' } },
  CancelDraft: { from: ['DRAFT', 'FROZEN'], events: { DecisionDraftCancelled: 'CANCELLED' } },
  FreezeDecision: { from: ['DRAFT'], events: { DecisionFrozen: 'FROZEN' } },
  IssueDecision: { from: ['FROZEN'], events: { DecisionIssued: 'ISSUED' } },
  RecordItemResults: {
    from: ['ISSUED'],
    events: { DecisionItemApplied: 'same', DecisionItemRejected: 'same', DecisionCompleted: 'COMPLETED' },
  },
  RefuseNumber: {
    from: ['DRAFT', 'FROZEN', 'ISSUED', 'COMPLETED', 'CANCELLED'],
    events: { DecisionNumberRefused: 'same' },
  },
} as const satisfies Transitions<DecisionCommand, DecisionEvent, DecisionState>;

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
