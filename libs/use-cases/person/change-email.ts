import type { organization } from '#domain';
import { type Rejected } from '#domain';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import { addressed } from './mail-address.ts';
import { personWorkflow } from './person.use-case.ts';
import { proveAnew, type Proving } from './prove-anew.ts';

/** One's own address, by the password of today: codes and reminders go there. */
export const changeOwnEmail = async (
  ports: CorePorts & Pick<AllPorts, 'accounts'>,
  { email, ...proof }: Proving & { readonly email?: string },
): Promise<Answer | Rejected<Rejection>> => {
  const proven = await proveAnew(ports, proof);
  if (proven.kind === 'rejected') return proven;
  return act.run(ports, {
    ...{ type: 'ChangeEmail', id: proof.personId, data: email === undefined ? {} : { email } },
    caller: { ...proven, kind: 'person' },
  });
};

const act = workflowUseCase<
  Ask<'ChangeEmail', organization.ChangeEmail['data']> & { readonly id: string },
  organization.PersonState,
  organization.PersonEvent,
  organization.PersonCommand,
  organization.PersonRejection,
  CorePorts
>(personWorkflow, {
  place: (_ask, { state }) => (state.status === 'NONE' ? 'nowhere' : 'self'),
  facts: ({ data }) => addressed(data),
});
