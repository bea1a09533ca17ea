import type { regulation, reminding } from '#domain';

/** One rung of one duty for one person on one channel: there is one row of it for ever. */
export interface PlannedRung {
  readonly dutyId: string;
  /** The due date whose ladder it is: an extended duty climbs its ladder anew. */
  readonly dueOn: string;
  readonly rung: string;
  readonly recipient: regulation.RungRecipient;
  /** Empty when nobody could be reached. */
  readonly personId: string;
  readonly channel: reminding.Channel;
}

export type MessageStatus = 'queued' | 'sending' | 'sent' | 'parked' | 'cancelled';

/** A message as the administrator sees it. */
export interface OutboxMessage {
  readonly id: string;
  readonly personId: string;
  readonly channel: reminding.Channel;
  readonly status: MessageStatus;
  readonly attempts: number;
  /** Why it was given up. */
  readonly cause: reminding.FailureCause | null;
  readonly lastError: string | null;
  /** Who has to put the cause right: the administrator of the system, or of the unit's people. */
  readonly owner: 'SYSTEM_ADMIN' | null;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly duties: readonly reminding.Duty[];
}

/** An item of a person's inbox. What it says is rendered from `items` in the reader's language. */
export interface InboxItem {
  readonly id: string;
  readonly receivedAt: string;
  readonly readAt: string | null;
  readonly items: readonly ReminderItem[];
}

/** One duty in a message. */
export interface ReminderItem extends reminding.Duty {
  readonly title: string;
  readonly report: {
    readonly kind: 'OWN' | 'CONSOLIDATED';
    readonly period: { readonly kind: 'H1' | 'ANNUAL'; readonly year: number };
  } | null;
  readonly unitName: string;
  readonly rungs: readonly string[];
  readonly recipient: regulation.RungRecipient;
  /** What whoever ordered the reminder had the unit told; null in a reminder of the ladder. */
  readonly note: string | null;
  /** Working days until the due date; negative when it has passed. */
  readonly workingDaysLeft: number;
}
