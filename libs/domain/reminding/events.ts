import type { DomainEvent, LocalDate } from '../kernel/index.ts';
import type { DutyKind, RungRecipient } from '../regulation/events.ts';

export const CHANNELS = ['EMAIL', 'INBOX'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a reminder is about. */
export interface Duty {
  /** UUID derived from kind and subject. */
  readonly dutyId: string;
  readonly kind: DutyKind;
  /** The report or registration it is owed for. */
  readonly subjectId: string;
  /** The unit that owes it. */
  readonly unitId: string;
  readonly dueOn: LocalDate;
}

/**
 * Stream `reminder-<dutyId>`: how one duty was reminded of. Apart from the duty's own stream, so that no reminder gets
 * into the way of the people who do the work.
 */
export type ReminderEvent =
  /** Handed over: accepted by the mail server, or put into the inbox. Names people by id, never by address. */
  | DomainEvent<
      'ReminderSent',
      Duty & {
        readonly messageId: string;
        /** The rungs this message stands for; several when missed ones were collapsed. */
        readonly rungs: readonly string[];
        readonly recipient: RungRecipient;
        readonly personId: string;
        readonly channel: Channel;
        /** The rung was reached before its day, because nobody of the rung before could be reached. */
        readonly movedUp?: boolean;
      }
    >
  /** Nobody could be reached, or the message was given up. */
  | DomainEvent<
      'ReminderFailed',
      Duty & {
        readonly rungs: readonly string[];
        readonly recipient: RungRecipient;
        /** Absent when nobody was there to be reached. */
        readonly personId?: string;
        readonly messageId?: string;
        readonly channel?: Channel;
        readonly cause: FailureCause;
        /** The rung that is sent in its place at once. */
        readonly movedTo?: string;
      }
    >
  /** An administrator had a message tried again that was given up. */
  | DomainEvent<'ReminderRetried', Duty & { readonly messageId: string; readonly reason: string }>
  /** Once for each due date that passed. */
  | DomainEvent<'ReportOverdue', Duty & { readonly receiverId: string }>
  /** A rung of the receiving body was reached. */
  | DomainEvent<'ReportEscalated', Duty & { readonly rung: string; readonly recipient: RungRecipient }>;

export type FailureCause =
  /** Nobody holds the role on that day, or they have neither an account nor an address. */
  | 'no-recipient'
  /** The mail server refuses the address for good. */
  | 'address-refused'
  /** The mail server refuses our sign-in or the message itself. */
  | 'mail-refused'
  /** The mail server could not be reached for too long. */
  | 'mail-unreachable';
