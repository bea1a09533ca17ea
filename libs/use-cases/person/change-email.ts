import type { Rejected } from '#domain';
import type { Answer } from '../ask.ts';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import { ownAccount } from './own-account.ts';
import { proveAnew, type Proving } from './prove-anew.ts';

/** One's own address, by the password of today: codes and reminders go there. */
export const changeOwnEmail = async (
  ports: CorePorts & Pick<AllPorts, 'accounts'>,
  { email, ...proof }: Proving & { readonly email?: string },
): Promise<Answer | Rejected<Rejection>> => {
  const proven = await proveAnew(ports, proof);
  if (proven.kind === 'rejected') return proven;
  return ownAccount.run(ports, {
    ...{ type: 'ChangeEmail', id: proof.personId, data: email === undefined ? {} : { email } },
    caller: { ...proven, kind: 'person' },
  });
};
