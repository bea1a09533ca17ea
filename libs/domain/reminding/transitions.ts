import type { Transitions } from '../kernel/index.ts';
import type { ReminderCommand } from './commands.ts';
import type { ReminderEvent } from './events.ts';
import type { ReminderState } from './state.ts';

/** What is written down about one duty; there is no status in it. */
export const transitions = {
  RecordSent: { from: ['ANY'], events: { ReminderSent: 'same' } },
  RecordFailure: { from: ['ANY'], events: { ReminderFailed: 'same' } },
  MarkOverdue: { from: ['ANY'], events: { ReportOverdue: 'same' } },
  Escalate: { from: ['ANY'], events: { ReportEscalated: 'same' } },
  RetryReminder: { from: ['ANY'], events: { ReminderRetried: 'same' } },
} as const satisfies Transitions<ReminderCommand, ReminderEvent, ReminderState>;
