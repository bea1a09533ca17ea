import { organization, reminding } from '#domain';
import { createLiveView, type LiveView } from '#engine';
import { isIn, type EventLog, type RecordedEvent } from '#event-store';

/** How a person can be reached. */
export interface Contact {
  readonly personId: string;
  readonly name: string;
  readonly email?: string;
  /** May sign in, and so reads an inbox. */
  readonly hasAccount: boolean;
  /** False once every account was closed: nothing is sent any more. */
  readonly active: boolean;
  /** E-mail in Vietnamese until the person chooses. */
  readonly delivery: reminding.recipient.Delivery;
}

/** Everybody who was ever entered. Immutable. */
export type ContactBook = organization.ShardedMap<Contact>;

/** As fresh as the log at each call. */
export type Contacts = Pick<LiveView<ContactBook>, 'current'>;

export const createContacts = (store: Pick<EventLog, 'readAll'>): Contacts =>
  createLiveView<ContactBook>({
    store,
    categories: ['person', 'recipient'],
    initial: organization.emptyMap(),
    evolve: evolveContacts,
  });

export const contactOf = (book: ContactBook, personId: string): Contact | undefined =>
  organization.valueAt(book, personId);

/**
 * The channels that reach a person: the inbox of an open account, and e-mail to their address unless they switched it
 * off where the regulation lets people choose. Empty when none does.
 */
export const reachable = (
  { active, hasAccount, email, delivery }: Contact,
  settingsAllowed: boolean,
): readonly reminding.Channel[] => {
  if (!active) return [];
  const mails = email !== undefined && (delivery.email || !settingsAllowed);
  return [...(mails ? (['EMAIL'] as const) : []), ...(hasAccount ? (['INBOX'] as const) : [])];
};

const evolveContacts = (book: ContactBook, event: RecordedEvent): ContactBook => {
  if (!isIn(event, 'person', 'recipient')) return book;
  const { personId } = event.data;
  const contact = changed(contactOf(book, personId), event);
  return contact === undefined ? book : organization.withValue(book, personId, contact);
};

/** The contact after an event; undefined when it changes none. */
const changed = (
  contact: Contact | undefined,
  event: organization.PersonEvent | reminding.RecipientEvent,
): Contact | undefined => {
  if (event.type === 'PersonEntered')
    return { ...event.data, hasAccount: false, active: true, delivery: reminding.recipient.UNTIL_CHOSEN };
  if (contact === undefined) return undefined;
  switch (event.type) {
    case 'EmailChanged': {
      const { email: _before, ...rest } = contact;
      return { ...rest, ...(event.data.email === undefined ? {} : { email: event.data.email }) };
    }
    case 'AccountOpened':
      return { ...contact, hasAccount: true, active: true };
    case 'AccountDisabled':
      return { ...contact, hasAccount: false, active: false };
    case 'DeliveryChosen':
      return { ...contact, delivery: { email: event.data.email, language: event.data.language } };
    default:
      return undefined;
  }
};
