import type { reminding } from '#domain';

/** Messages of reminders, as far as commands need them. */
export interface ReminderMessages {
  /** The duties a message tells of, each once; undefined when there is no such message. */
  dutiesOf(messageId: string): Promise<readonly reminding.Duty[] | undefined>;
  /** Queues a message that was given up, once a command. */
  queueAgain(messageId: string, commandId: string): Promise<void>;
}
