import { organization } from '#domain';
import { deriveId } from '#engine';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import { runWorkflow, type Place, type Run, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';

type State = organization.PersonState;

export type PersonAsk =
  | Ask<'EnterPerson', Omit<organization.EnterPerson['data'], 'personId'>>
  | Ask<'AppointPerson', Omit<organization.AppointPerson['data'], 'appointmentId'>>
  | Ask<'EndAppointment', organization.EndAppointment['data']>;

export const personWorkflow: Workflow<
  State,
  organization.PersonEvent,
  organization.PersonCommand,
  organization.PersonRejection
> = {
  category: 'person',
  decider: organization.person.decider,
  rights: organization.person.rights,
  seenByAll: true,
};

export const personUseCase: UseCase<PersonAsk, Answer, CorePorts> = {
  noun: 'person',
  run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'person');
    const run: Run<State, organization.PersonCommand, CorePorts> = {
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
      ? runThroughGate(ports, personWorkflow, ask, run)
      : runWorkflow(ports, personWorkflow, ask, run);
  },
};

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
