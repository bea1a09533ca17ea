import type { Clock } from '#engine';
import type { Mail } from '../mail/mailer.port.ts';
import { renderReminder } from '../mail/templates/reminder-mail.ts';
import type { DescribeRungs } from '../outbox/items.ts';
import type { ClaimedMessage } from '../outbox/messages.ts';
import type { GatheredRung } from '../outbox/rungs.ts';
import { contactOf, type Contacts } from '../recipients/contacts.ts';

/** Writes the mail of a message. Undefined when the person can be written to no more. */
export type WriteMail = (message: ClaimedMessage, rungs: readonly GatheredRung[]) => Promise<Mail | undefined>;

export interface WriteMailOptions {
  readonly contacts: Contacts;
  readonly describe: DescribeRungs;
  readonly clock: Clock;
  /** The address people see; without it mails have no link. */
  readonly publicUrl?: string | undefined;
}

export const createWriteMail =
  ({ contacts, describe, clock, publicUrl }: WriteMailOptions): WriteMail =>
  async (message, rungs) => {
    const contact = contactOf(await contacts.current(), message.personId);
    if (contact?.email === undefined || !contact.active) return undefined;
    const { language } = contact.delivery;
    const now = clock.now();
    const items = await describe(rungs, now);
    const movedUp = rungs.some((row) => row.movedUp);
    return {
      messageId: message.id,
      to: contact.email,
      language,
      date: now,
      ...renderReminder({ items, language, publicUrl, movedUp }),
    };
  };
