import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { localDateOf, reminding } from '#domain';
import { regulationFor } from '#use-cases';
import { rightsAt } from '#identity';
import type { Answered, Ask } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { runWorkflow, type Workflow } from '../commanding/run-workflow.ts';

export type DeliveryAsk = Ask<'ChooseDelivery', Omit<reminding.ChooseDelivery['data'], 'personId'>> & {
  /** The person who chooses, for themselves. */
  readonly id: string;
};

export class ChooseDeliveryCommand extends Command<Answered> {
  readonly ask: DeliveryAsk;
  constructor(ask: DeliveryAsk) {
    super();
    this.ask = ask;
  }
}

const recipientWorkflow: Workflow<
  reminding.RecipientState,
  reminding.RecipientEvent,
  reminding.ChooseDelivery,
  reminding.RecipientRejection
> = {
  category: 'recipient',
  decider: reminding.recipient.decider,
  decide: reminding.recipient.decide,
  rights: reminding.recipient.rights,
};

@CommandHandler(ChooseDeliveryCommand)
export class ChooseDeliveryHandler implements ICommandHandler<ChooseDeliveryCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  execute({ ask }: ChooseDeliveryCommand): Promise<Answered> {
    return runWorkflow(this.ports, recipientWorkflow, ask, {
      id: ask.id,
      commandId: ask.idempotencyKey ?? this.ports.newId(),
      said: ask.data,
      data: { ...ask.data, personId: ask.id },
      place: () => 'anywhere',
      facts: async ({ at }) => ({ allowed: await mayChoose(this.ports, ask.id, at) }),
    });
  }
}

/** Whether the regulation in force for a unit where the person is appointed lets people choose. */
export const mayChoose = async ({ directory, rules }: Ports, personId: string, at: string): Promise<boolean> => {
  const [state, inForce] = [await directory.current(), await rules.current()];
  return rightsAt(state, personId, at).some(
    ({ unitId }) => regulationFor(inForce, state.tree, unitId, localDateOf(at))?.reminders?.personalSettings === true,
  );
};
