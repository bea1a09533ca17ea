import { ROLES } from '../kernel/index.ts';
import type { Role } from '../kernel/index.ts';
import type { ReservationCommand } from './commands.ts';

/**
 * Nobody reserves a key for its own sake: it is part of the command that needs it, whose rights were checked. So every
 * role may, and no path of the API leads here.
 */
export const rights: Readonly<Record<ReservationCommand['type'], readonly (Role | 'SYSTEM')[]>> = {
  ReserveKey: [...ROLES, 'SYSTEM'],
  ReleaseKey: [...ROLES, 'SYSTEM'],
};
