/** Why a command about reminders is refused. */
export type ReminderRejection =
  | 'role-not-allowed'
  | 'reason-missing'
  /** The message was never given up, or is being tried again already. */
  | 'reminder-not-failed';
