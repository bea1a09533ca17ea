import { ROLES, type Role } from '../kernel/index.ts';
import type { ChooseDelivery, ReminderCommand } from './commands.ts';

export const rights: Readonly<Record<ReminderCommand['type'], readonly (Role | 'SYSTEM')[]>> = {
  RecordSent: ['SYSTEM'],
  RecordFailure: ['SYSTEM'],
  MarkOverdue: ['SYSTEM'],
  Escalate: ['SYSTEM'],
  RetryReminder: ['SYSTEM_ADMIN'],
};

export const recipientRights: Readonly<Record<ChooseDelivery['type'], readonly Role[]>> = { ChooseDelivery: ROLES };
