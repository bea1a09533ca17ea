import type { Rights } from '../kernel/index.ts';
import type { EvidenceCommand } from './commands.ts';

/** Everybody whose acts may rest on a paper. */
export const rights: Rights<EvidenceCommand> = {
  AddEvidence: ['UNIT_OFFICER', 'UNIT_HEAD', 'STANDING_BODY_OFFICER', 'APPRAISER', 'INSPECTOR', 'DECISION_SIGNER'],
};
