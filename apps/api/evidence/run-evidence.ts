import { evidence } from '#domain';
import { deriveId } from '#engine';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answered, Ask } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { runWorkflow, type Workflow } from '../commanding/run-workflow.ts';
import { isActive } from '../commanding/unit-facts.ts';

export type EvidenceAsk = Ask<'AddEvidence', Omit<evidence.AddEvidence['data'], 'evidenceId'>>;

/** Records a file that is already durable in the store of files. */
export class RunEvidenceCommand extends Command<Answered> {
  readonly ask: EvidenceAsk;
  constructor(ask: EvidenceAsk) {
    super();
    this.ask = ask;
  }
}

const workflow: Workflow<
  evidence.EvidenceState,
  evidence.EvidenceEvent,
  evidence.EvidenceCommand,
  evidence.EvidenceRejection
> = {
  category: 'evidence',
  decider: evidence.decider,
  decide: evidence.decide,
  rights: evidence.rights,
};

@CommandHandler(RunEvidenceCommand)
export class RunEvidenceHandler implements ICommandHandler<RunEvidenceCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  execute({ ask }: RunEvidenceCommand): Promise<Answered> {
    const commandId = ask.idempotencyKey ?? this.ports.newId();
    const id = ask.id ?? deriveId(commandId, 'evidence');
    return runWorkflow(this.ports, workflow, ask, {
      id,
      commandId,
      said: ask.data,
      data: { ...ask.data, evidenceId: id },
      place: () => ({ unitId: ask.data.unitId }),
      facts: ({ directory, at }) => Promise.resolve({ unitActive: isActive(directory, ask.data.unitId, at) }),
    });
  }
}
