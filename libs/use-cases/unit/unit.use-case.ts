import { organization, type Rejected } from '#domain';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import { atItsUnit, type Context } from '../run-workflow.ts';
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
    place: (ask, { state }) => {
      if (ask.type !== 'EstablishUnit') return atItsUnit(state);
      return ask.data.parentId === undefined ? 'anywhere' : { unitId: ask.data.parentId };
    },
    facts: (ask, context) => factsFor(ask, context),
    run: () => runThroughGate,
  },
);

const factsFor = (
  ask: UnitAsk,
  { id, directory: { tree, book } }: Context<organization.UnitState, CorePorts>,
): organization.UnitCommand['facts'] | Rejected<Rejection> => {
  switch (ask.type) {
    case 'EstablishUnit': {
      const { parentId, adminUnitCode } = ask.data;
      return {
        parent: parentId === undefined ? undefined : organization.lifeOf(tree, parentId),
        rootExists: organization.hasRoot(tree),
        codeTaken: adminUnitCode !== undefined && organization.isCodeTaken(tree, adminUnitCode),
      };
    }
    case 'MoveUnit':
      return {
        parent: organization.lifeOf(tree, ask.data.parentId),
        aboveParent: organization.everAbove(tree, ask.data.parentId, ask.data.from),
      };
    case 'CloseUnit':
      return {
        childrenAfter: organization.childrenAfter(tree, id, ask.data.on),
        appointmentsAfter: organization.appointmentsAfter(book, id, ask.data.on),
      };
    case 'RenameUnit':
      return {};
  }
};
