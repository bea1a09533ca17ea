export type { DeliveryJob, Handlers, QueueCounts, QueueWorker, ReminderQueue } from './queue/reminder-queue.port.ts';
export type { Handover, Mail, Mailer } from './mail/mailer.port.ts';
export type { InboxItem, MessageStatus, OutboxMessage, PlannedRung, ReminderItem } from './outbox/outbox.port.ts';
export type { ReminderPage, PageAsked, ReminderService, ReminderStatus } from './outbox/reminder-service.port.ts';
export { isQuiet, rungTimes, type TimedRung } from './ladder/rung-times.ts';
export { planRungs, type DutyDates, type Plan, type PlannedMessage } from './ladder/plan-rungs.ts';
export { nextRung } from './ladder/next-rung.ts';
export { receiverOf, recipientsOf, type RemindedDuty } from './recipients/recipients.ts';
export {
  contactOf,
  createContacts,
  reachable,
  type Contact,
  type ContactBook,
  type Contacts,
} from './recipients/contacts.ts';
export { stillOwed, type AskedDuty } from './still-owed/still-owed.ts';
export { PROPOSED_YEARS, proposeHolidays, type ProposedHoliday } from './calendar/vietnam.ts';
export { remindersMigrations } from './migrations.ts';
export { unsettled, type Unsettled } from './outbox/messages.ts';
export { createRecorder, type Recorder } from './outbox/recorder.ts';
export { createDescribeRungs, type DescribeRungs } from './outbox/items.ts';
export { createReminderService } from './reminder-service.ts';
export { quietRegulations } from './sweep/group-rules.ts';
export { createSweep, type Sweep, type SweepOptions, type SweepReport } from './sweep/sweep.ts';
export { createDelivery, type Deliver, type DeliveryOptions } from './delivery/delivery.ts';
export { createWriteMail, type WriteMail } from './delivery/write-mail.ts';
export { createPostgresQueue } from './queue/bullmq/postgres-queue.ts';
export { createRedisQueue } from './queue/bullmq/redis-queue.ts';
export { migrateQueue } from './queue/migrate-queue.ts';
export { queueMigrations } from './queue/migrations.ts';
export { createSmtpMailer, type SmtpOptions } from './mail/smtp-mailer.ts';
export { startCatchAll, type CatchAll, type CatchAllOptions } from './mail/catch-all.ts';
export { reminderSentence, renderReminder, type Reminder } from './mail/templates/reminder-mail.ts';
