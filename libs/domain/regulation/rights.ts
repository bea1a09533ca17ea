import type { Rights, Role } from '../kernel/index.ts';
import type { RegulationCommand } from './commands.ts';

/** The standing body writes a regulation, a signer puts it in force. `SYSTEM` drafts the one a new office starts from. */
export const rights: Rights<RegulationCommand> = {
  DraftRegulation: ['STANDING_BODY_OFFICER', 'SYSTEM'],
  ReviseRegulation: ['STANDING_BODY_OFFICER'],
  PublishRegulation: ['DECISION_SIGNER'],
  SupersedeRegulation: ['DECISION_SIGNER'],
  AmendCalendar: ['DECISION_SIGNER'],
};

/** Whoever writes a regulation or puts it in force may try what it would change. */
export const MAY_TRY: readonly Role[] = ['STANDING_BODY_OFFICER', 'DECISION_SIGNER'];
