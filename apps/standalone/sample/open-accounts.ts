import { organization } from '#domain';
import { openAccount, type Ports } from '#use-cases';
import { samplePeople } from './province.ts';
import type { SampleCommands } from './sample-commands.ts';

/** Who can sign in to the sample. */
export const sampleAccounts = samplePeople.flatMap(({ key, username }) =>
  username === undefined ? [] : [{ personKey: key, username }],
);

/** The administrator's account, or those of everybody else. */
export type AccountsOf = 'admin' | 'others';

/** Opens the accounts that are missing. */
export const openAccounts = async (
  ports: Ports,
  commands: SampleCommands,
  { who, password }: { readonly who: AccountsOf; readonly password: string },
): Promise<void> => {
  const open = async ({ personKey, username }: (typeof sampleAccounts)[number]): Promise<void> => {
    const personId = commands.idOf('person', personKey);
    if (await isOpen(ports, personId)) return;
    const idempotencyKey = commands.idOf('account', personKey);
    const answer = await openAccount(ports, { personId, username, password, idempotencyKey });
    if ('reason' in answer) throw new Error(`The sample's account ${username} was refused: ${answer.reason}`);
  };
  await Promise.all(sampleAccounts.filter(({ username }) => (username === 'admin') === (who === 'admin')).map(open));
};

/** Whether somebody can sign in. */
export const isOpen = async ({ directory }: Pick<Ports, 'directory'>, personId: string): Promise<boolean> =>
  organization.personOf((await directory.current()).book, personId)?.account?.status === 'OPEN';
