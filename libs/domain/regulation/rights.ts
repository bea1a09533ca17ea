import type { Rights } from '../kernel/index.ts';
import type { RegulationCommand } from './commands.ts';

/** The standing body writes a regulation, a signer puts it in force. */
export const rights: Rights<RegulationCommand> = {
  DraftRegulation: ['STANDING_BODY_OFFICER'],
  ReviseRegulation: ['STANDING_BODY_OFFICER'],
  PublishRegulation: ['DECISION_SIGNER'],
  SupersedeRegulation: ['DECISION_SIGNER'],
  AmendCalendar: ['DECISION_SIGNER'],
};
