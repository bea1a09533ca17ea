import { localDateOf, organization } from '#domain';
import { deriveId } from '#engine';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import { runWorkflow, type Place, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

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

export const personUseCase: UseCase<PersonAsk, Answer, CorePorts> = workflowUseCase(personWorkflow, {
  data: (ask, { id, commandId }) => {
    switch (ask.type) {
      case 'EnterPerson':
        return { ...ask.data, personId: id };
      case 'AppointPerson':
        return { ...ask.data, appointmentId: deriveId(commandId, 'appointment') };
      case 'EndAppointment':
        return ask.data;
    }
  },
  place: (ask, { state }) => placeOf(ask, state),
  facts: (ask, { id, directory: { tree, book }, at }) => {
    if (ask.type !== 'AppointPerson') return {};
    const { unitId } = ask.data;
    const beyondVoucher = organization.isBeyondVoucher(book, tree, { personId: id, unitId, on: localDateOf(at) });
    return { unit: organization.lifeOf(tree, unitId), beyondVoucher };
  },
  run: ({ type }) => (type === 'AppointPerson' ? runThroughGate : runWorkflow),
});

/** Rights are given and taken within the reach of the administrator's own appointment. */
const placeOf = (ask: PersonAsk, state: State): Place => {
  if (ask.type === 'EnterPerson') return 'anywhere';
  if (state.status === 'NONE') return 'nowhere';
  if (ask.type === 'AppointPerson') return { unitId: ask.data.unitId };
  const { appointmentId } = ask.data;
  const appointment = state.appointments.find((each) => each.appointmentId === appointmentId);
  return appointment === undefined ? 'anywhere' : { unitId: appointment.unitId };
};
