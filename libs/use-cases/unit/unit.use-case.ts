import { localDateOf, organization, type Rejected } from '#domain';
import { authorize } from '#identity';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import { atItsUnit, notYours, type Context, type Place, type Where } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import type { Rejection } from '../rejection.ts';

export type UnitAsk =
  | Ask<'EstablishUnit', Omit<organization.EstablishUnit['data'], 'unitId'>>
  | Ask<'RenameUnit', organization.RenameUnit['data']>
  | Ask<'MoveUnit', organization.MoveUnit['data']>
  | Ask<'CloseUnit', organization.CloseUnit['data']>;

const { decider, rights } = organization.unit;

export const unitUseCase: UseCase<UnitAsk, Answer, CorePorts> = workflowUseCase(
  { category: 'unit', decider, rights, seenByAll: true },
  {
    data: (ask, { id }) => (ask.type === 'EstablishUnit' ? { ...ask.data, unitId: id } : ask.data),
    place: placeOf,
    facts: (ask, context) => factsFor(ask, context),
    run: () => runThroughGate,
  },
);

type State = organization.UnitState;

/** A unit is moved by who administers the unit above it, as it is established by who administers that. */
function placeOf(ask: UnitAsk, { state, at }: Where<State>): Place {
  if (ask.type === 'EstablishUnit') return ask.data.parentId === undefined ? 'anywhere' : { unitId: ask.data.parentId };
  const above =
    ask.type === 'MoveUnit' && state.status !== 'NONE' ? organization.parentOn(state, localDateOf(at)) : undefined;
  return above === undefined ? atItsUnit(state) : { unitId: above };
}

/** Whether the caller administers the unit under which another is to come. */
const administersNewParent = (
  { caller, data: { parentId } }: Extract<UnitAsk, { readonly type: 'MoveUnit' }>,
  { directory, at }: Context<State, CorePorts>,
): boolean =>
  caller.kind === 'system' ||
  organization.unitOf(directory.tree, parentId) === undefined ||
  typeof authorize(directory, { personId: caller.personId, roles: rights.MoveUnit, unitId: parentId, at }) === 'object';

const factsFor = (
  ask: UnitAsk,
  context: Context<State, CorePorts>,
): organization.UnitCommand['facts'] | Rejected<Rejection> => {
  const {
    id,
    directory: { tree, book },
  } = context;
  switch (ask.type) {
    case 'EstablishUnit': {
      const { parentId, adminUnitCode } = ask.data;
      return {
        parent: parentId === undefined ? undefined : organization.lifeOf(tree, parentId),
        rootExists: organization.hasRoot(tree),
        codeTakenBy: adminUnitCode === undefined ? undefined : organization.unitWithCode(tree, adminUnitCode),
      };
    }
    case 'MoveUnit':
      if (!administersNewParent(ask, context)) return notYours(rights.MoveUnit, ask.data.parentId, '/parentId');
      return {
        parent: organization.lifeOf(tree, ask.data.parentId),
        aboveParent: organization.everAbove(tree, ask.data.parentId, ask.data.from),
      };
    case 'CloseUnit':
      return {
        childrenAfter: organization.childrenAfter(tree, id, ask.data.on),
        holdersAfter: organization.holdersAfter(book, id, ask.data.on),
      };
    case 'RenameUnit':
      return {};
  }
};
