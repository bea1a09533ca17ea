import { randomUUID } from 'node:crypto';
import { openLog } from '../testing/log.ts';
import { contactOf, createContacts, reachable } from './contacts.ts';

const setUp = async (email?: string) => {
  const { store, write } = openLog();
  const personId = randomUUID();
  const stream = `person-${personId}`;
  await write(stream, {
    type: 'PersonEntered',
    data: { personId, name: 'Trần Thị Lan', ...(email === undefined ? {} : { email }) },
  });
  const contacts = createContacts(store);
  const contact = async () => {
    const found = contactOf(await contacts.current(), personId);
    if (found === undefined) throw new Error('nobody was entered');
    return found;
  };
  return {
    contacts,
    contact,
    channels: async (settingsAllowed = true) => reachable(await contact(), settingsAllowed),
    openAccount: () =>
      write(stream, { type: 'AccountOpened', data: { personId, accountId: randomUUID(), username: 'lan' } }),
    disableAccount: () => write(stream, { type: 'AccountDisabled', data: { personId } }),
    choose: (mails: boolean, language: 'vi' | 'en' = 'vi') =>
      write(`recipient-${personId}`, { type: 'DeliveryChosen', data: { personId, email: mails, language } }),
  };
};

describe('a person is reached', () => {
  it('by e-mail when they have an address, by the inbox when they may sign in', async () => {
    const lan = await setUp('lan@example.vn');
    expect(await lan.channels()).toEqual(['EMAIL']);
    await lan.openAccount();
    expect(await lan.channels()).toEqual(['EMAIL', 'INBOX']);
    const hoa = await setUp();
    expect(await hoa.channels()).toEqual([]);
    await hoa.openAccount();
    expect(await hoa.channels()).toEqual(['INBOX']);
  });

  it('in Vietnamese by e-mail until they choose', async () => {
    const lan = await setUp('lan@example.vn');
    expect(await lan.contact()).toMatchObject({ name: 'Trần Thị Lan', delivery: { email: true, language: 'vi' } });
    await lan.choose(true, 'en');
    expect(await lan.contact()).toMatchObject({ delivery: { email: true, language: 'en' } });
  });

  it('not by e-mail once they switched it off, where the regulation lets them', async () => {
    const lan = await setUp('lan@example.vn');
    await lan.openAccount();
    await lan.choose(false);
    expect(await lan.channels(true)).toEqual(['INBOX']);
    expect(await lan.channels(false)).toEqual(['EMAIL', 'INBOX']);
    await lan.choose(true);
    expect(await lan.channels(true)).toEqual(['EMAIL', 'INBOX']);
  });

  it('by nothing once their accounts are closed, until one is opened anew', async () => {
    const lan = await setUp('lan@example.vn');
    await lan.openAccount();
    await lan.disableAccount();
    expect(await lan.contact()).toMatchObject({ active: false, hasAccount: false });
    expect(await lan.channels()).toEqual([]);
    await lan.openAccount();
    expect(await lan.channels()).toEqual(['EMAIL', 'INBOX']);
  });

  it('never when nobody entered them', async () => {
    const { contacts } = await setUp();
    expect(contactOf(await contacts.current(), randomUUID())).toBeUndefined();
  });
});
