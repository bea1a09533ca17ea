import { localDateOf, organization, regulation } from '#domain';
import type { Ask } from '../ask.ts';
import { atItsUnit, type Context } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { Ports } from '../ports.ts';
import { isInTheMaking, takenBy, reserveKey } from '../reserve-key.ts';
import { isActive } from '../is-active.ts';
import { regulationOf } from '../regulation/rules.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

export type CycleAsk =
  | Ask<'OpenCycle', Omit<regulation.OpenCycle['data'], 'cycleId'>>
  | Ask<'ExtendDeadline', regulation.ExtendDeadline['data']>
  | Ask<'CloseCycle', regulation.CloseCycle['data']>;

const { cycleKey, decider, rights } = regulation.cycle;

export const cycleUseCase: UseCase<CycleAsk> = workflowUseCase(
  { category: 'cycle', decider, rights, seenByAll: true },
  {
    data: (ask, { id }) => (ask.type === 'OpenCycle' ? { ...ask.data, cycleId: id } : ask.data),
    place: (ask, { state }) => (ask.type === 'OpenCycle' ? { unitId: ask.data.unitId } : atItsUnit(state)),
    facts: (ask, context) => (ask.type === 'OpenCycle' ? openFacts(ask.data, context) : {}),
    complete: (ask, command, context) =>
      command.type === 'OpenCycle' && ask.dryRun !== true ? withItsYear(command, context) : command,
  },
);

const openFacts = async (
  data: Omit<regulation.OpenCycle['data'], 'cycleId'>,
  { id, ports, directory, at }: Context<regulation.CycleState>,
): Promise<regulation.OpenCycle['facts']> => {
  const rules = await ports.rules.current();
  return {
    unitPath: isActive(directory, data.unitId, at)
      ? organization.pathOn(directory.tree, data.unitId, localDateOf(at))
      : [],
    regulation: regulationOf(rules, data.regulationId),
    alreadyOpen: [...rules.cycles].find(
      ([otherId, other]) => other.status === 'OPEN' && otherId !== id && cycleKey(other) === cycleKey(data),
    )?.[0],
  };
};

/**
 * Takes the movement's year of the unit, unless the opening is refused anyway, so that of two who open it at once one
 * is refused. A cycle of before there was a key is found among those that are open.
 */
const withItsYear = async (
  command: regulation.OpenCycle,
  { ports, actor, loaded: { state } }: Context<regulation.CycleState>,
): Promise<regulation.OpenCycle> => {
  if (decider.decide(command, state).kind === 'rejected') return command;
  const { cycleId: holder } = command.data;
  const key = cycleKey(command.data);
  const { commandId } = command.meta;
  await reserveKey(ports, { key, holder, commandId, actor, isAlive: (other) => isAlive(ports, key, other) });
  return { ...command, facts: { ...command.facts, alreadyOpen: await takenBy(ports, [key], holder) } };
};

/** A cycle that is not opened yet holds its year for a minute. */
const isAlive = async (ports: Ports, key: string, holder: string): Promise<boolean> => {
  const { state } = await ports.engine.load(`cycle-${holder}`, decider);
  return state.status === 'NONE' ? isInTheMaking(ports, key) : state.status === 'OPEN';
};
