import type { Command } from '../kernel/index.ts';
import type { Channel, Duty, FailureCause, ReminderEvent } from './events.ts';

type DataOf<Type extends ReminderEvent['type']> = Extract<ReminderEvent, { readonly type: Type }>['data'];

/** By the system, after the message was handed over. */
export type RecordSent = Command<'RecordSent', DataOf<'ReminderSent'>>;

/** By the system, when a rung reached nobody or a message was given up. */
export type RecordFailure = Command<'RecordFailure', DataOf<'ReminderFailed'>>;

/** By the system, once for each due date. */
export type MarkOverdue = Command<'MarkOverdue', DataOf<'ReportOverdue'>>;

/** By the system, when a rung of the receiving body is reached. */
export type Escalate = Command<'Escalate', DataOf<'ReportEscalated'>>;

export type RetryReminder = Command<'RetryReminder', Duty & { readonly messageId: string; readonly reason: string }>;

export type ReminderCommand = RecordSent | RecordFailure | MarkOverdue | Escalate | RetryReminder;

export type { Channel, FailureCause };

/** Why a command about reminders is refused. */
export type ReminderRejection =
  | 'role-not-allowed'
  | 'reason-missing'
  /** The message was never given up, or is being tried again already. */
  | 'reminder-not-failed';
