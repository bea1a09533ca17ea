import type { Actor } from '../kernel/index.ts';
import type { EvidenceCommand } from './commands.ts';

/** Everybody whose acts may rest on a paper. */
export const rights: Readonly<Record<EvidenceCommand['type'], readonly Actor['role'][]>> = {
  AddEvidence: ['UNIT_OFFICER', 'UNIT_HEAD', 'STANDING_BODY_OFFICER', 'APPRAISER', 'INSPECTOR', 'DECISION_SIGNER'],
};
