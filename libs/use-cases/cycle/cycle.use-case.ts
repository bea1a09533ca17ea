import { localDateOf, organization, regulation } from '#domain';
import type { Ask } from '../ask.ts';
import { atItsUnit, type Context } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { isActive } from '../is-active.ts';
import { regulationOf } from '../regulation/rules.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

export type CycleAsk =
  | Ask<'OpenCycle', Omit<regulation.OpenCycle['data'], 'cycleId'>>
  | Ask<'ExtendDeadline', regulation.ExtendDeadline['data']>
  | Ask<'CloseCycle', regulation.CloseCycle['data']>;

const { decider, rights } = regulation.cycle;

export const cycleUseCase: UseCase<CycleAsk> = workflowUseCase(
  { category: 'cycle', decider, rights, seenByAll: true },
  {
    data: (ask, { id }) => (ask.type === 'OpenCycle' ? { ...ask.data, cycleId: id } : ask.data),
    place: (ask, { state }) => (ask.type === 'OpenCycle' ? { unitId: ask.data.unitId } : atItsUnit(state)),
    facts: (ask, context) => (ask.type === 'OpenCycle' ? openFacts(ask.data, context) : {}),
  },
);

const openFacts = async (
  data: Omit<regulation.OpenCycle['data'], 'cycleId'>,
  { ports, directory, at }: Context<regulation.CycleState>,
): Promise<regulation.OpenCycle['facts']> => ({
  unitPath: isActive(directory, data.unitId, at)
    ? organization.pathOn(directory.tree, data.unitId, localDateOf(at))
    : [],
  regulation: regulationOf(await ports.rules.current(), data.regulationId),
});
