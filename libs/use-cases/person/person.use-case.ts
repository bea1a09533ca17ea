import { localDateOf, organization } from '#domain';
import { deriveId } from '#engine';
import { addressed } from './mail-address.ts';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import { runWorkflow, type Context, type Place, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

type State = organization.PersonState;

export type PersonAsk =
  | Ask<'EnterPerson', Omit<organization.EnterPerson['data'], 'personId'>>
  | Ask<'AppointPerson', Omit<organization.AppointPerson['data'], 'appointmentId'>>
  | Ask<'ConfirmAppointment', organization.ConfirmAppointment['data']>
  | Ask<'DeclineAppointment', organization.DeclineAppointment['data']>
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

/** What is to be confirmed, declined or ended later is known by the id of the appointment. */
export type AnswerWithAppointment = Answer & { readonly appointmentId?: string };

export const personUseCase: UseCase<PersonAsk, AnswerWithAppointment, CorePorts> = {
  async run(ports, ask) {
    const answer = await people.run(ports, ask);
    if (answer.kind === 'rejected' || ask.type !== 'AppointPerson') return answer;
    return { ...answer, appointmentId: appointmentIdOf(answer.commandId) };
  },
};

const appointmentIdOf = (commandId: string): string => deriveId(commandId, 'appointment');

const people: UseCase<PersonAsk, Answer, CorePorts> = workflowUseCase(personWorkflow, {
  data: (ask, { id, commandId }) => {
    switch (ask.type) {
      case 'EnterPerson':
        return { ...ask.data, personId: id };
      case 'AppointPerson':
        return { ...ask.data, appointmentId: appointmentIdOf(commandId) };
      default:
        return ask.data;
    }
  },
  place: (ask, { state }) => placeOf(ask, state),
  facts: (ask, context) => {
    if (ask.type === 'EnterPerson') return addressed(ask.data);
    const unitId = unitOf(ask, context.loaded.state);
    return unitId === undefined ? {} : appointing(ask, unitId, context);
  },
  run: ({ type }) => (type === 'AppointPerson' || type === 'ConfirmAppointment' ? runThroughGate : runWorkflow),
});

/** The unit whose rights are given or taken. */
const unitOf = (ask: Exclude<PersonAsk, { readonly type: 'EnterPerson' }>, state: State): string | undefined => {
  if (ask.type === 'AppointPerson') return ask.data.unitId;
  if (state.status === 'NONE') return undefined;
  const { appointmentId } = ask.data;
  const among = ask.type === 'EndAppointment' ? state.appointments : state.proposals;
  return among.find((each) => each.appointmentId === appointmentId)?.unitId;
};

const appointing = (
  ask: Exclude<PersonAsk, { readonly type: 'EnterPerson' }>,
  unitId: string,
  { id, loaded: { state }, directory: { tree, book }, at }: Context<State, CorePorts>,
): organization.AppointPerson['facts'] & organization.ConfirmAppointment['facts'] => {
  const by = ask.caller.kind === 'person' ? [ask.caller.personId] : [];
  const proposedBy = ask.type === 'ConfirmAppointment' ? proposerOf(state, ask.data.appointmentId) : [];
  const hands = [...by, ...proposedBy];
  return {
    unit: organization.lifeOf(tree, unitId),
    beyondVoucher: organization.isBeyondVoucher(book, tree, { personId: id, unitId, on: localDateOf(at) }),
    throughThePerson: hands.some((each) => organization.cameThrough(book, each, id, at)),
    anotherAdministrator:
      by.length > 0 && organization.anotherAdministrator(book, tree, { unitId, besides: [...by, id], at }),
    oneHand: by.some((one) => proposedBy.some((other) => organization.inOneHand(book, one, other))),
  };
};

const proposerOf = (state: State, appointmentId: string): readonly string[] =>
  state.status === 'NONE'
    ? []
    : state.proposals.filter((each) => each.appointmentId === appointmentId).map(({ proposedBy }) => proposedBy);

/** Rights are given and taken within the reach of the administrator's own appointment. */
const placeOf = (ask: PersonAsk, state: State): Place => {
  if (ask.type === 'EnterPerson') return 'anywhere';
  if (state.status === 'NONE') return 'nowhere';
  const unitId = unitOf(ask, state);
  return unitId === undefined ? 'anywhere' : { unitId };
};
