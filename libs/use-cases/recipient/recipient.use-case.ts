import { localDateOf, reminding } from '#domain';
import { regulationFor } from '../regulation/rules.ts';
import { rightsAt, underAll } from '#identity';
import type { Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

export type DeliveryAsk = Ask<'ChooseDelivery', Omit<reminding.ChooseDelivery['data'], 'personId'>> & {
  /** The person who chooses, for themselves. */
  readonly id: string;
};

const { decider, rights } = reminding.recipient;

export const recipientUseCase: UseCase<DeliveryAsk> = workflowUseCase(
  { category: 'recipient', decider, rights },
  {
    data: (ask) => ({ ...ask.data, personId: ask.id }),
    place: () => 'anywhere',
    facts: async ({ id }, { ports, at }) => ({ allowed: await mayChoose(ports, id, at) }),
  },
);

/** How a person is reminded now, and whether they may choose otherwise. */
export const deliveryFor = async (
  ports: Ports,
  personId: string,
  at: string,
): Promise<reminding.recipient.Delivery & { readonly allowed: boolean }> => {
  const { state } = await ports.engine.load(`recipient-${personId}`, decider);
  return { ...reminding.recipient.deliveryOf(state), allowed: await mayChoose(ports, personId, at) };
};

/** Whether the regulation in force for a unit where the person is appointed lets people choose. */
const mayChoose = async ({ directory, rules }: Ports, personId: string, at: string): Promise<boolean> => {
  const [state, inForce] = [await directory.current(), await rules.current()];
  return rightsAt(underAll(state), personId, at).some(
    ({ unitId }) => regulationFor(inForce, state.tree, unitId, localDateOf(at))?.reminders?.personalSettings === true,
  );
};
