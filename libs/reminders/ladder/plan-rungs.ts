import { localDateOf, regulation, type Instant, type LocalDate } from '#domain';
import type { TimedRung } from './rung-times.ts';

/** What a ladder must know of a duty that is still owed. */
export interface DutyDates {
  readonly dueOn: LocalDate;
  /** When it began to be owed, or its due date was last moved. */
  readonly since: Instant;
}

/** One message to whoever stands for the recipient. */
export interface PlannedMessage {
  readonly recipient: regulation.RungRecipient;
  /** The codes of the rungs it stands for, the earliest first: several when some were missed. */
  readonly rungs: readonly string[];
  /** The instant of the last of them. */
  readonly at: Instant;
}

export interface Plan {
  /** At most one for each recipient, from near to far. */
  readonly messages: readonly PlannedMessage[];
  /** The due date has passed. */
  readonly overdue: boolean;
  /** The rungs that reach the receiving body or its head: the last one of each message. */
  readonly escalations: readonly { readonly rung: string; readonly recipient: regulation.RungRecipient }[];
}

/**
 * What a duty that is still owed is to be reminded of now.
 *
 * A rung is due from its instant on until it was handled. A rung whose instant lies before the duty began, or before
 * its due date was moved, never was due. Rungs of one recipient that were missed make one message (domain.md 3.7).
 * @param rungs The ladder for `duty.dueOn`, see `rungTimes`.
 * @param handled Codes of the rungs of this due date that were handled, those that were moved up among them.
 */
export const planRungs = (
  duty: DutyDates,
  rungs: readonly TimedRung[],
  handled: ReadonlySet<string>,
  now: Instant,
): Plan => {
  const due = rungs.filter(({ code, at }) => duty.since <= at && at <= now && !handled.has(code));
  const messages = regulation.RUNG_RECIPIENTS.flatMap((recipient) => messageOf(recipient, due));
  return {
    messages,
    overdue: localDateOf(now) > duty.dueOn,
    escalations: messages.flatMap((message) =>
      ESCALATING.includes(message.recipient)
        ? message.rungs.slice(-1).map((rung) => ({ rung, recipient: message.recipient }))
        : [],
    ),
  };
};

const ESCALATING: readonly regulation.RungRecipient[] = ['RECEIVING_BODY', 'RECEIVING_HEAD'];

const messageOf = (recipient: regulation.RungRecipient, due: readonly TimedRung[]): readonly PlannedMessage[] => {
  const own = due.filter((rung) => rung.recipient === recipient);
  const last = own.at(-1);
  return last === undefined ? [] : [{ recipient, rungs: own.map(({ code }) => code), at: last.at }];
};
