import { localDateOf, organization, regulation } from '#domain';
import { deriveId } from '#engine';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answered, Ask } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { runWorkflow, type Context, type Workflow } from '../commanding/run-workflow.ts';
import { isActive } from '../commanding/unit-facts.ts';
import { regulationOf } from '#use-cases';

type State = regulation.CycleState;

export type CycleAsk =
  | Ask<'OpenCycle', Omit<regulation.OpenCycle['data'], 'cycleId'>>
  | Ask<'ExtendDeadline', regulation.ExtendDeadline['data']>
  | Ask<'CloseCycle', regulation.CloseCycle['data']>;

export class RunCycleCommand extends Command<Answered> {
  readonly ask: CycleAsk;
  constructor(ask: CycleAsk) {
    super();
    this.ask = ask;
  }
}

const workflow: Workflow<State, regulation.CycleEvent, regulation.CycleCommand, regulation.CycleRejection> = {
  category: 'cycle',
  decider: regulation.cycle.decider,
  decide: regulation.cycle.decide,
  rights: regulation.cycle.rights,
  seenByAll: true,
};

@CommandHandler(RunCycleCommand)
export class RunCycleHandler implements ICommandHandler<RunCycleCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  execute({ ask }: RunCycleCommand): Promise<Answered> {
    const commandId = ask.idempotencyKey ?? this.ports.newId();
    const id = ask.id ?? deriveId(commandId, 'cycle');
    return runWorkflow(this.ports, workflow, ask, {
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
  }
}

const openFacts = async (
  data: Omit<regulation.OpenCycle['data'], 'cycleId'>,
  { ports, directory, at }: Context<State>,
): Promise<regulation.OpenCycle['facts']> => ({
  unitPath: isActive(directory, data.unitId, at)
    ? organization.pathOn(directory.tree, data.unitId, localDateOf(at))
    : [],
  regulation: regulationOf(await ports.rules.current(), data.regulationId),
});
