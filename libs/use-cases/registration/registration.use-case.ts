import { registration, type Actor } from '#domain';
import { deriveId } from '#engine';
import { authorize } from '#identity';
import type { Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { reserveKey } from '../reserve-key.ts';
import { runWorkflow, type Context, type Place, type Run, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { gatherers } from './registration-facts.ts';

type State = registration.RegistrationState;
type Derived = 'registrationId' | 'modelId' | 'adoptingRegistrationId' | 'nextRegistrationId';

/** What the caller says of a command; ids of new things are derived from the command id. */
export type RegistrationAsk = {
  [T in registration.ActionType]: Ask<T, Omit<registration.CommandOf<T>['data'], Derived>>;
}[registration.ActionType];

const registrationWorkflow: Workflow<
  State,
  registration.RegistrationEvent,
  registration.RegistrationCommand,
  registration.RegistrationRejection
> = {
  category: 'registration',
  decider: registration.decider,
  rights: registration.rights,
};

export const registrationUseCase: UseCase<RegistrationAsk> = {
  noun: 'registration',
  async run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'registration');
    const data = await complete(ports, ask, id, commandId);
    const run: Run<State, registration.RegistrationCommand> = {
      id,
      commandId,
      said: ask.data,
      data: data as registration.RegistrationCommand['data'],
      place: (state, directory) =>
        placeOf(ask, state, (unitId, roles) => {
          const { caller } = ask;
          return (
            caller.kind === 'person' &&
            typeof authorize(directory, { personId: caller.personId, roles, unitId, at: ports.clock.now() }) ===
              'object'
          );
        }),
      facts: async (context) => {
        await reserveName(context, ask, { id, commandId });
        return gatherers[ask.type](context, data as never);
      },
    };
    return runWorkflow(ports, registrationWorkflow, ask, run);
  },
};

/**
 * The name is taken before the acceptance that needs it, unless the acceptance would be refused anyway. A lost race takes
 * it again, which changes nothing.
 */
async function reserveName(
  { ports, actor, loaded: { state, revision } }: Context<State>,
  ask: RegistrationAsk,
  { id, commandId }: Pick<Run<State, never>, 'id' | 'commandId'>,
): Promise<void> {
  if (ask.type !== 'AcceptRegistration' || ask.dryRun === true || state.status !== 'SUBMITTED') return;
  if (ask.ifMatch !== undefined && ask.ifMatch !== revision) return;
  const isAlive = async (holder: string): Promise<boolean> => {
    const other = await ports.engine.load(`registration-${holder}`, registration.decider);
    return registration.holdsName(other.state.status);
  };
  await reserveKey(ports, { key: registration.nameKey(state.core), holder: id, commandId, actor, isAlive });
}

async function complete(ports: Ports, ask: RegistrationAsk, id: string, commandId: string): Promise<unknown> {
  switch (ask.type) {
    case 'DraftRegistration':
      return { ...ask.data, registrationId: id, modelId: await modelOf(ports, ask.data.origin, commandId) };
    case 'ReplicateModel':
      return { ...ask.data, adoptingRegistrationId: deriveId(commandId, 'registration') };
    case 'CarryForward':
      return { ...ask.data, nextRegistrationId: deriveId(commandId, 'registration') };
    default:
      return ask.data;
  }
}

async function modelOf(ports: Ports, origin: registration.Origin, commandId: string): Promise<string> {
  if (origin.kind !== 'CONTINUES') return deriveId(commandId, 'model');
  const { state } = await ports.engine.load(`registration-${origin.registrationId}`, registration.decider);
  return state.status === 'NONE' ? deriveId(commandId, 'model') : state.core.modelId;
}

/** A registration is acted on for its own unit; the head of a unit that adopts it acts for the adopting one. */
const placeOf = (
  ask: RegistrationAsk,
  state: State,
  holds: (unitId: string, roles: readonly Actor['role'][]) => boolean,
): Place => {
  if (ask.type === 'DraftRegistration') return { unitId: ask.data.unitId };
  if (state.status === 'NONE') return 'nowhere';
  const adopting = ask.type === 'ReplicateModel' ? ask.data.adoptingUnitId : undefined;
  const adopts = adopting !== undefined && state.status === 'RECOGNIZED' && holds(adopting, ['UNIT_HEAD']);
  return adopts ? { unitId: adopting } : { unitId: state.core.unitId };
};
