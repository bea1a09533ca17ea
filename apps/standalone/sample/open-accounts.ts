import { accountUseCase, type AccountAsk, type Ports } from '#use-cases';
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
    const id = commands.idOf('person', personKey);
    if (await ports.accounts.has(id)) return;
    const data = { username, password };
    const idempotencyKey = commands.idOf('account', personKey);
    const ask: AccountAsk = { caller: { kind: 'system' }, type: 'OpenAccount', id, idempotencyKey, data };
    const answer = await accountUseCase.run(ports, ask);
    if (answer.kind === 'rejected') throw new Error(`The sample's account ${username} was refused: ${answer.reason}`);
  };
  await Promise.all(sampleAccounts.filter(({ username }) => (username === 'admin') === (who === 'admin')).map(open));
};
