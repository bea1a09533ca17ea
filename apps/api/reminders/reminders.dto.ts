import type { ReminderEntry } from '#read-models';
import type { MessageStatus } from '#reminders';
import { IdField, LocalDateField, OneOf, Text, WholeNumberText } from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';

const TYPES = [
  'ReminderOrdered',
  'ReminderSent',
  'ReminderFailed',
  'ReminderRetried',
  'ReportOverdue',
  'ReportEscalated',
] as const satisfies readonly ReminderEntry['type'][];

export class RemindersQuery extends PageQuery {
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @IdField({ optional: true, description: 'The report or registration that was due' }) subject?: string;
  @OneOf(TYPES, { optional: true }) type?: (typeof TYPES)[number];
  @LocalDateField({ optional: true, description: 'First day' }) from?: string;
  @LocalDateField({ optional: true, notBefore: 'from', description: 'Last day' }) until?: string;
}

const STATUSES = ['queued', 'sending', 'sent', 'parked', 'cancelled'] as const satisfies readonly MessageStatus[];

export class MessagesQuery {
  @OneOf(STATUSES, { optional: true }) status?: MessageStatus;
  @WholeNumberText({ optional: true, min: 1, max: 200 }) limit?: number;
  @Text({ optional: true, max: 1000, description: 'Opaque cursor: `next` of the page before' }) after?: string;
}

export class ReminderRetryBody {
  @Text({ max: 4000, lines: true }) reason: string;
}
