import type { Rights } from '../../kernel/index.ts';
import type { PersonCommand } from './commands.ts';

/** Who may do what with people. `SYSTEM` enters and appoints the first administrator, and invites them. */
export const rights: Rights<PersonCommand> = {
  EnterPerson: ['SYSTEM_ADMIN', 'SYSTEM'],
  ChangeEmail: ['SELF', 'SYSTEM_ADMIN'],
  AppointPerson: ['SYSTEM_ADMIN', 'SYSTEM'],
  ConfirmAppointment: ['SYSTEM_ADMIN'],
  DeclineAppointment: ['SYSTEM_ADMIN'],
  EndAppointment: ['SYSTEM_ADMIN'],
  InviteToAccount: ['SYSTEM_ADMIN', 'SYSTEM'],
  ResetAccount: ['SYSTEM_ADMIN', 'SYSTEM'],
  SetPassword: ['SELF'],
  AddSecondFactor: ['SELF'],
  RemoveSecondFactor: ['SELF', 'SYSTEM_ADMIN', 'SYSTEM'],
  UnlockAccount: ['SYSTEM_ADMIN', 'SYSTEM'],
  DisableAccount: ['SYSTEM_ADMIN'],
};
