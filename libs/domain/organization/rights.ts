import type { Role } from '../kernel/index.ts';
import type { PersonCommand, UnitCommand } from './commands.ts';

type Who = readonly (Role | 'SYSTEM')[];

/** Who may do what with units. `SYSTEM` sets a new system up, before there is an administrator. */
export const unitRights: Readonly<Record<UnitCommand['type'], Who>> = {
  EstablishUnit: ['SYSTEM_ADMIN', 'SYSTEM'],
  RenameUnit: ['SYSTEM_ADMIN'],
  MoveUnit: ['SYSTEM_ADMIN'],
  CloseUnit: ['SYSTEM_ADMIN'],
};

/** Who may do what with people. `SYSTEM` enters and appoints the first administrator, with an account. */
export const personRights: Readonly<Record<PersonCommand['type'], Who>> = {
  EnterPerson: ['SYSTEM_ADMIN', 'SYSTEM'],
  AppointPerson: ['SYSTEM_ADMIN', 'SYSTEM'],
  EndAppointment: ['SYSTEM_ADMIN'],
  OpenAccount: ['SYSTEM_ADMIN', 'SYSTEM'],
  DisableAccount: ['SYSTEM_ADMIN'],
};
