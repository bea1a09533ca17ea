import { DRAFTING, type Rights } from '../kernel/index.ts';
import type { DecisionCommand } from './commands.ts';

/**
 * Who may. Issuing is open to the system too: after a crash it carries on what a signer began, still under the
 * signer's name, so four eyes are checked as before.
 */
export const rights: Rights<DecisionCommand> = {
  ...DRAFTING,
  CancelDraft: ['STANDING_BODY_OFFICER'],
  FreezeDecision: ['STANDING_BODY_OFFICER'],
  IssueDecision: ['DECISION_SIGNER', 'SYSTEM'],
  FilePaper: ['STANDING_BODY_OFFICER', 'DECISION_SIGNER'],
  RefuseNumber: ['DECISION_SIGNER', 'STANDING_BODY_OFFICER', 'SYSTEM'],
  RecordItemResults: ['SYSTEM'],
};
