export type { DeliveryJob, Handlers, QueueCounts, QueueWorker, ReminderQueue } from './queue/reminder-queue.port.ts';
export type { Handover, Mail, Mailer } from './mail/mailer.port.ts';
export type { InboxItem, MessageStatus, OutboxMessage, PlannedRung, ReminderItem } from './outbox/outbox.port.ts';
export type { DeskPage, PageAsked, ReminderDesk, ReminderStatus, RetryAnswer } from './outbox/desk.port.ts';
