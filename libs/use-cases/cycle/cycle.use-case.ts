import { localDateOf, organization, regulation } from '#domain';
import { deriveId } from '#engine';
import type { Ask } from '../ask.ts';
import { runWorkflow, type Context, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { isActive } from '../is-active.ts';
import { regulationOf } from '../regulation/rules.ts';

type State = regulation.CycleState;

export type CycleAsk =
  | Ask<'OpenCycle', Omit<regulation.OpenCycle['data'], 'cycleId'>>
  | Ask<'ExtendDeadline', regulation.ExtendDeadline['data']>
  | Ask<'CloseCycle', regulation.CloseCycle['data']>;

const workflow: Workflow<State, regulation.CycleEvent, regulation.CycleCommand, regulation.CycleRejection> = {
  category: 'cycle',
  decider: regulation.cycle.decider,
  rights: regulation.cycle.rights,
  seenByAll: true,
};

export const cycleUseCase: UseCase<CycleAsk> = {
  noun: 'cycle',
  run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'cycle');
    return runWorkflow(ports, workflow, ask, {
      id,
      commandId,
      said: ask.data,
      data: ask.type === 'OpenCycle' ? { ...ask.data, cycleId: id } : ask.data,
      place: (state) => {
        if (ask.type === 'OpenCycle') return { unitId: ask.data.unitId };
        return state.status === 'NONE' ? 'nowhere' : { unitId: state.unitId };
      },
      facts: (context) => (ask.type === 'OpenCycle' ? openFacts(ask.data, context) : Promise.resolve({})),
    });
  },
};

const openFacts = async (
  data: Omit<regulation.OpenCycle['data'], 'cycleId'>,
  { ports, directory, at }: Context<State>,
): Promise<regulation.OpenCycle['facts']> => ({
  unitPath: isActive(directory, data.unitId, at)
    ? organization.pathOn(directory.tree, data.unitId, localDateOf(at))
    : [],
  regulation: regulationOf(await ports.rules.current(), data.regulationId),
});
