import { organization } from '#domain';
import type { Accounts } from '#identity';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';

/** What somebody who is signed in shows once more before they change what admits them. */
export interface Proving {
  readonly personId: string;
  /** The password of today. */
  readonly current: string;
  /** Of the second factor, where there is one. */
  readonly code?: string;
}

/** Whoever finds a session open does not get to keep the account. */
export const proveAnew = async (
  { directory, accounts, clock }: CorePorts & Pick<AllPorts, 'accounts'>,
  { personId, current, code }: Proving,
): ReturnType<Accounts['signIn']> => {
  const { book } = await directory.current();
  const username = organization.personOf(book, personId)?.account?.username ?? '';
  return accounts.signIn(username, current, clock.now(), code);
};
