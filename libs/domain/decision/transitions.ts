/**
 * What each command may do to a decision, and from which status: `decide` refuses everything else, and the state
 * diagram is drawn from it.
 */
export const transitions = [
  { command: 'DraftDecision', event: 'DecisionDrafted', from: 'NONE', to: 'DRAFT' },
  { command: 'CancelDraft', event: 'DecisionDraftCancelled', from: 'DRAFT', to: 'CANCELLED' },
  { command: 'CancelDraft', event: 'DecisionDraftCancelled', from: 'FROZEN', to: 'CANCELLED' },
  { command: 'FreezeDecision', event: 'DecisionFrozen', from: 'DRAFT', to: 'FROZEN' },
  { command: 'IssueDecision', event: 'DecisionIssued', from: 'FROZEN', to: 'ISSUED' },
  { command: 'RecordItemResults', event: 'DecisionItemApplied', from: 'ISSUED', to: 'ISSUED' },
  { command: 'RecordItemResults', event: 'DecisionItemRejected', from: 'ISSUED', to: 'ISSUED' },
  { command: 'RecordItemResults', event: 'DecisionCompleted', from: 'ISSUED', to: 'COMPLETED' },
  { command: 'RefuseNumber', event: 'DecisionNumberRefused', from: 'DRAFT', to: 'DRAFT' },
  { command: 'RefuseNumber', event: 'DecisionNumberRefused', from: 'FROZEN', to: 'FROZEN' },
  { command: 'RefuseNumber', event: 'DecisionNumberRefused', from: 'ISSUED', to: 'ISSUED' },
  { command: 'RefuseNumber', event: 'DecisionNumberRefused', from: 'COMPLETED', to: 'COMPLETED' },
  { command: 'RefuseNumber', event: 'DecisionNumberRefused', from: 'CANCELLED', to: 'CANCELLED' },
] as const;
