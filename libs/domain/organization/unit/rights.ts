import type { Rights } from '../../kernel/index.ts';
import type { UnitCommand } from './commands.ts';

/** Who may do what with units. `SYSTEM` sets a new system up, before there is an administrator. */
export const rights: Rights<UnitCommand> = {
  EstablishUnit: ['SYSTEM_ADMIN', 'SYSTEM'],
  RenameUnit: ['SYSTEM_ADMIN'],
  MoveUnit: ['SYSTEM_ADMIN'],
  CloseUnit: ['SYSTEM_ADMIN'],
};
