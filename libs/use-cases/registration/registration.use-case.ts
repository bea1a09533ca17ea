import { registration } from '#domain';
import { deriveId } from '#engine';
import { authorize } from '#identity';
import type { Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { reserveKey } from '../reserve-key.ts';
import type { Context, Place, Where } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import { clearTeam } from './clear-team.ts';
import { bearsName, gatherers } from './registration-facts.ts';

type State = registration.RegistrationState;
type Derived = 'registrationId' | 'modelId' | 'adoptingRegistrationId' | 'nextRegistrationId';

/** What the caller says of a command; ids of new things are derived from the command id. */
export type RegistrationAsk = {
  [T in registration.ActionType]: Ask<T, Omit<registration.CommandOf<T>['data'], Derived>>;
}[registration.ActionType];

const { decider, rights } = registration;

export const registrationUseCase: UseCase<RegistrationAsk> = {
  async run(ports, ask) {
    const idempotencyKey = ask.idempotencyKey ?? ports.newId();
    await clearTeam(ports, ask, idempotencyKey);
    return useCase.run(ports, { ...ask, idempotencyKey });
  },
};

const useCase: UseCase<RegistrationAsk> = workflowUseCase(
  { category: 'registration', decider, rights },
  {
    data: completed,
    place: placeOf,
    facts: async (ask, context) => {
      await reserveName(context, ask);
      return gatherers[ask.type](context, ask.data as never);
    },
  },
);

/**
 * The name is taken before the acceptance or the correction that needs it, unless that would be refused anyway. A lost
 * race takes it again, which changes nothing.
 */
async function reserveName(context: Context<State>, ask: RegistrationAsk): Promise<void> {
  const { id, commandId, ports, actor, loaded } = context;
  const named = nameNeeded(ask, context);
  if (named === undefined || ask.dryRun === true || ask.ifMatch?.includes(loaded.revision) === false) return;
  const isAlive = (holder: string): Promise<boolean> => bearsName(ports, holder);
  for (const key of registration.nameKeys(named))
    await reserveKey(ports, { key, holder: id, commandId, actor, isAlive });
}

function nameNeeded(ask: RegistrationAsk, { actor, loaded: { state } }: Context<State>): registration.Core | undefined {
  if (ask.type === 'AcceptRegistration') return state.status === 'SUBMITTED' ? state.core : undefined;
  if (ask.type !== 'ApproveCorrection' || !registration.holdsName(state.status)) return undefined;
  const named = registration.namedAfter(state, ask.data.correctionId);
  const own = named?.requests.some((each) => each.field === 'name' && each.requestedBy.includes(actor.personId));
  return own === true ? undefined : named;
}

async function completed(
  ask: RegistrationAsk,
  { id, commandId }: { readonly id: string; readonly commandId: string },
  ports: Ports,
): Promise<registration.RegistrationCommand['data']> {
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
function placeOf(ask: RegistrationAsk, { state, directory, at }: Where<State>): Place {
  if (ask.type === 'DraftRegistration') return { unitId: ask.data.unitId };
  if (state.status === 'NONE') return 'nowhere';
  if (ask.type === 'ReplicateModel' && state.status === 'RECOGNIZED' && ask.caller.kind === 'person') {
    const adopting = {
      personId: ask.caller.personId,
      roles: ['UNIT_HEAD'],
      unitId: ask.data.adoptingUnitId,
      at,
    } as const;
    if (typeof authorize(directory, adopting) === 'object') return { unitId: ask.data.adoptingUnitId };
  }
  return { unitId: state.core.unitId };
}
