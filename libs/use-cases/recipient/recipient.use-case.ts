import { localDateOf, reminding } from '#domain';
import { regulationFor } from '../regulation/rules.ts';
import { rightsAt } from '#identity';
import type { Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { runWorkflow, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';

export type DeliveryAsk = Ask<'ChooseDelivery', Omit<reminding.ChooseDelivery['data'], 'personId'>> & {
  /** The person who chooses, for themselves. */
  readonly id: string;
};

const recipientWorkflow: Workflow<
  reminding.RecipientState,
  reminding.RecipientEvent,
  reminding.ChooseDelivery,
  reminding.RecipientRejection
> = {
  category: 'recipient',
  decider: reminding.recipient.decider,
  rights: reminding.recipient.rights,
};

export const recipientUseCase: UseCase<DeliveryAsk> = {
  noun: 'recipient',
  run(ports, ask) {
    return runWorkflow(ports, recipientWorkflow, ask, {
      id: ask.id,
      commandId: ask.idempotencyKey ?? ports.newId(),
      said: ask.data,
      data: { ...ask.data, personId: ask.id },
      place: () => 'anywhere',
      facts: async ({ at }) => ({ allowed: await mayChoose(ports, ask.id, at) }),
    });
  },
};

/** Whether the regulation in force for a unit where the person is appointed lets people choose. */
export const mayChoose = async ({ directory, rules }: Ports, personId: string, at: string): Promise<boolean> => {
  const [state, inForce] = [await directory.current(), await rules.current()];
  return rightsAt(state, personId, at).some(
    ({ unitId }) => regulationFor(inForce, state.tree, unitId, localDateOf(at))?.reminders?.personalSettings === true,
  );
};
