import type { Role } from '../kernel/index.ts';
import type { DecisionCommand } from './commands.ts';
import type { NumberingCommand } from './numbering/commands.ts';

/**
 * Who may. Issuing is open to the system too: after a crash it carries on what a signer began, still under the
 * signer's name, so four eyes are checked as before.
 */
export const rights: Readonly<Record<DecisionCommand['type'], readonly (Role | 'SYSTEM')[]>> = {
  DraftDecision: ['STANDING_BODY_OFFICER'],
  CancelDraft: ['STANDING_BODY_OFFICER'],
  FreezeDecision: ['STANDING_BODY_OFFICER'],
  IssueDecision: ['DECISION_SIGNER', 'SYSTEM'],
  RefuseNumber: ['DECISION_SIGNER', 'STANDING_BODY_OFFICER', 'SYSTEM'],
  RecordItemResults: ['SYSTEM'],
};

export const numberingRights: Readonly<Record<NumberingCommand['type'], readonly (Role | 'SYSTEM')[]>> = {
  ReserveNumber: ['DECISION_SIGNER'],
  VoidNumber: ['DECISION_SIGNER', 'STANDING_BODY_OFFICER', 'SYSTEM'],
};
