import type { Role } from '../kernel/index.ts';
import type { CycleCommand, RegulationCommand } from './commands.ts';

type Who = readonly (Role | 'SYSTEM')[];

/** The standing body writes a regulation, a signer puts it in force. */
export const regulationRights: Readonly<Record<RegulationCommand['type'], Who>> = {
  DraftRegulation: ['STANDING_BODY_OFFICER'],
  ReviseRegulation: ['STANDING_BODY_OFFICER'],
  PublishRegulation: ['DECISION_SIGNER'],
  SupersedeRegulation: ['DECISION_SIGNER'],
  AmendCalendar: ['DECISION_SIGNER'],
};

export const cycleRights: Readonly<Record<CycleCommand['type'], Who>> = {
  OpenCycle: ['STANDING_BODY_OFFICER'],
  ExtendDeadline: ['STANDING_BODY_OFFICER'],
  CloseCycle: ['STANDING_BODY_OFFICER'],
};
