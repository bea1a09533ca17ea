import type { Ports } from '../../api/index.ts';
import { samplePeople } from './province.ts';
import type { SampleDesk } from './sample-desk.ts';

/** Who can sign in to the sample. */
export const sampleAccounts = samplePeople.flatMap(({ key, username }) =>
  username === undefined ? [] : [{ personKey: key, username }],
);

/** Opens the accounts that are missing; the administrator's comes after all others. */
export const openAccounts = async (ports: Ports, desk: SampleDesk, password: string): Promise<void> => {
  const open = async ({ personKey, username }: (typeof sampleAccounts)[number]): Promise<void> => {
    const account = {
      id: desk.idOf('account', personKey),
      personId: desk.idOf('person', personKey),
      username,
      password,
    };
    if (await ports.accounts.has(account.personId)) return;
    const refused = await ports.accounts.open({ ...account, at: ports.clock.now() });
    if (refused !== undefined) throw new Error(`The sample's account ${username} was refused: ${refused.reason}`);
  };
  await Promise.all(sampleAccounts.filter(({ username }) => username !== 'admin').map(open));
  await Promise.all(sampleAccounts.filter(({ username }) => username === 'admin').map(open));
};
