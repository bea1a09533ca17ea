import { organization } from '#domain';
import { deriveId } from '#engine';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answered, Ask } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { runThroughGate } from '../commanding/run-through-gate.ts';
import { runWorkflow, type Place, type Run, type Workflow } from '../commanding/run-workflow.ts';

type State = organization.PersonState;

export type PersonAsk =
  | Ask<'EnterPerson', Omit<organization.EnterPerson['data'], 'personId'>>
  | Ask<'AppointPerson', Omit<organization.AppointPerson['data'], 'appointmentId'>>
  | Ask<'EndAppointment', organization.EndAppointment['data']>;

export class RunPersonCommand extends Command<Answered> {
  readonly ask: PersonAsk;
  constructor(ask: PersonAsk) {
    super();
    this.ask = ask;
  }
}

export const personWorkflow: Workflow<
  State,
  organization.PersonEvent,
  organization.PersonCommand,
  organization.PersonRejection
> = {
  category: 'person',
  decider: organization.person.decider,
  decide: organization.person.decide,
  rights: organization.person.rights,
  seenByAll: true,
};

@CommandHandler(RunPersonCommand)
export class RunPersonHandler implements ICommandHandler<RunPersonCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  execute({ ask }: RunPersonCommand): Promise<Answered> {
    const commandId = ask.idempotencyKey ?? this.ports.newId();
    const id = ask.id ?? deriveId(commandId, 'person');
    const run: Run<State, organization.PersonCommand> = {
      id,
      commandId,
      said: ask.data,
      data: completed(ask, id, commandId),
      place: (state) => placeOf(ask, state),
      facts: ({ directory }) =>
        Promise.resolve(
          ask.type === 'AppointPerson' ? { unit: organization.lifeOf(directory.tree, ask.data.unitId) } : {},
        ),
    };
    return ask.type === 'AppointPerson'
      ? runThroughGate(this.ports, personWorkflow, ask, run)
      : runWorkflow(this.ports, personWorkflow, ask, run);
  }
}

const completed = (ask: PersonAsk, id: string, commandId: string): organization.PersonCommand['data'] => {
  switch (ask.type) {
    case 'EnterPerson':
      return { ...ask.data, personId: id };
    case 'AppointPerson':
      return { ...ask.data, appointmentId: deriveId(commandId, 'appointment') };
    case 'EndAppointment':
      return ask.data;
  }
};

/** Rights are given and taken within the reach of the administrator's own appointment. */
const placeOf = (ask: PersonAsk, state: State): Place => {
  if (ask.type === 'EnterPerson') return 'anywhere';
  if (state.status === 'NONE') return 'nowhere';
  if (ask.type === 'AppointPerson') return { unitId: ask.data.unitId };
  const { appointmentId } = ask.data;
  const appointment = state.appointments.find((each) => each.appointmentId === appointmentId);
  return appointment === undefined ? 'anywhere' : { unitId: appointment.unitId };
};
