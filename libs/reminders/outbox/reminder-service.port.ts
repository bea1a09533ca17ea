import type { ReminderMessages } from '#use-cases';
import type { InboxItem, MessageStatus, OutboxMessage } from './outbox.port.ts';

/** A page of a list, the newest first; `next` is the `after` of the page behind it, null at the end. */
interface ReminderPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageAsked {
  /** 1 to 200. */
  readonly limit: number;
  /** The `next` of the page before; whatever else it is, an InvalidCursorError is thrown. */
  readonly after?: string | undefined;
}

/** How the reminders are doing. */
export interface ReminderStatus {
  /** Rungs that are due and in no message yet: they wait for the morning or for the next sweep. */
  readonly planned: number;
  /** Messages that wait or are being handed over. */
  readonly queued: number;
  /** Messages that were given up and wait for an administrator. */
  readonly parked: number;
  /** Seconds since the first try of the oldest queued message was due; 0 when none is due. */
  readonly oldestQueuedSeconds: number;
}

/** People's inboxes, and the messages as the administrator sees them. */
export interface ReminderService extends ReminderMessages {
  /**
   * What a person was reminded of; titles and names as they are today, of duties that are done too. `unread` counts all
   * their messages at the moment of the page.
   */
  listInbox(personId: string, page: PageAsked): Promise<ReminderPage<InboxItem> & { readonly unread: number }>;
  /** Repeating keeps the first time. False when the person has no such message. */
  markRead(personId: string, messageId: string): Promise<boolean>;
  listMessages(
    query: PageAsked & { readonly status?: MessageStatus | undefined },
  ): Promise<ReminderPage<OutboxMessage>>;
  status(): Promise<ReminderStatus>;
}
