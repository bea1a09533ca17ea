import { organization, type Rejected } from '#domain';
import { deriveId } from '#engine';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import type { Context, Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { Rejection } from '../rejection.ts';

type State = organization.UnitState;

export type UnitAsk =
  | Ask<'EstablishUnit', Omit<organization.EstablishUnit['data'], 'unitId'>>
  | Ask<'RenameUnit', organization.RenameUnit['data']>
  | Ask<'MoveUnit', organization.MoveUnit['data']>
  | Ask<'CloseUnit', organization.CloseUnit['data']>;

const workflow: Workflow<State, organization.UnitEvent, organization.UnitCommand, organization.UnitRejection> = {
  category: 'unit',
  decider: organization.unit.decider,
  rights: organization.unit.rights,
  seenByAll: true,
};

export const unitUseCase: UseCase<UnitAsk, Answer, CorePorts> = {
  noun: 'unit',
  run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'unit');
    return runThroughGate(ports, workflow, ask, {
      id,
      commandId,
      said: ask.data,
      data: ask.type === 'EstablishUnit' ? { ...ask.data, unitId: id } : ask.data,
      place: (state) => {
        if (ask.type === 'EstablishUnit')
          return ask.data.parentId === undefined ? 'anywhere' : { unitId: ask.data.parentId };
        return state.status === 'NONE' ? 'nowhere' : { unitId: id };
      },
      facts: (context) => Promise.resolve(factsFor(ask, id, context)),
    });
  },
};

const factsFor = (
  ask: UnitAsk,
  id: string,
  { directory: { tree, book } }: Context<State, CorePorts>,
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
