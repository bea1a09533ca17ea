import type { organization } from '#domain';
import type { Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import { addressed } from './mail-address.ts';
import { personWorkflow } from './person.use-case.ts';

type OwnAct<Type extends organization.PersonCommand['type']> = Ask<
  Type,
  Extract<organization.PersonCommand, { readonly type: Type }>['data']
> & { readonly id: string };

type OwnAsk = OwnAct<'SetPassword'> | OwnAct<'AddSecondFactor'> | OwnAct<'RemoveSecondFactor'> | OwnAct<'ChangeEmail'>;

/** What people do to what admits and reaches themselves, whatever they are appointed to. */
export const ownAccount = workflowUseCase<
  OwnAsk,
  organization.PersonState,
  organization.PersonEvent,
  organization.PersonCommand,
  organization.PersonRejection,
  CorePorts
>(personWorkflow, {
  place: (_ask, { state }) => (state.status === 'NONE' ? 'nowhere' : 'self'),
  facts: (ask) => (ask.type === 'ChangeEmail' ? addressed(ask.data) : { oneHand: [] }),
});
