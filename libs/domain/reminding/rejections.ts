/** Why a command about reminders is refused. */
export const REMINDER_REJECTIONS = [
  'role-not-allowed',
  'reason-missing',
  /** The message was never given up, or is being tried again already. */
  'reminder-not-failed',
] as const;
export type ReminderRejection = (typeof REMINDER_REJECTIONS)[number];
