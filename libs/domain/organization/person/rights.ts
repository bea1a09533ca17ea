import type { Rights } from '../../kernel/index.ts';
import type { PersonCommand } from './commands.ts';

/** Who may do what with people. `SYSTEM` enters and appoints the first administrator, with an account. */
export const rights: Rights<PersonCommand> = {
  EnterPerson: ['SYSTEM_ADMIN', 'SYSTEM'],
  AppointPerson: ['SYSTEM_ADMIN', 'SYSTEM'],
  EndAppointment: ['SYSTEM_ADMIN'],
  OpenAccount: ['SYSTEM_ADMIN', 'SYSTEM'],
  DisableAccount: ['SYSTEM_ADMIN'],
};
