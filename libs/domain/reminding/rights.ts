import type { Rights } from '../kernel/index.ts';
import type { ReminderCommand } from './commands.ts';

export const rights: Rights<ReminderCommand> = {
  RecordSent: ['SYSTEM'],
  RecordFailure: ['SYSTEM'],
  MarkOverdue: ['SYSTEM'],
  Escalate: ['SYSTEM'],
  RetryReminder: ['SYSTEM_ADMIN'],
};
