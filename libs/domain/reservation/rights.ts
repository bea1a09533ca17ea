import { ROLES, type Rights } from '../kernel/index.ts';
import type { ReservationCommand } from './commands.ts';

/**
 * Nobody reserves a key for its own sake: it is part of the command that needs it, whose rights were checked. So every
 * role may.
 */
export const rights: Rights<ReservationCommand> = {
  ReserveKey: [...ROLES, 'SYSTEM'],
  ReleaseKey: [...ROLES, 'SYSTEM'],
};
