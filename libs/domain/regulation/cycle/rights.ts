import type { Rights } from '../../kernel/index.ts';
import type { CycleCommand } from './commands.ts';

export const rights: Rights<CycleCommand> = {
  OpenCycle: ['STANDING_BODY_OFFICER'],
  ExtendDeadline: ['STANDING_BODY_OFFICER'],
  CloseCycle: ['STANDING_BODY_OFFICER'],
};
