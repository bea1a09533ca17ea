import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reporting } from '#domain';
import type { Answered } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { runWorkflow, type Place, type Workflow } from '../commanding/run-workflow.ts';
import { PROJECTIONS, type Projections } from '../http/answer/projections.ts';
import type { ByPerson, ReportAsk } from './report-ask.ts';
import { reportFacts } from './report-facts.ts';

export class RunReportCommand extends Command<Answered> {
  readonly ask: ReportAsk;
  constructor(ask: ReportAsk) {
    super();
    this.ask = ask;
  }
}

const reportWorkflow: Workflow<
  reporting.ReportState,
  reporting.ReportEvent,
  reporting.ReportCommand,
  reporting.ReportRejection
> = {
  category: 'report',
  decider: reporting.decider,
  decide: reporting.decide,
  rights: reporting.rights,
};

@CommandHandler(RunReportCommand)
export class RunReportHandler implements ICommandHandler<RunReportCommand> {
  private readonly ports: Ports;
  private readonly projections: Projections;

  constructor(@Inject(PORTS) ports: Ports, @Inject(PROJECTIONS) projections: Projections) {
    this.ports = ports;
    this.projections = projections;
  }

  execute({ ask }: RunReportCommand): Promise<Answered> {
    return runWorkflow(this.ports, reportWorkflow, ask, {
      id: ask.id,
      commandId: ask.idempotencyKey ?? this.ports.newId(),
      said: ask.data,
      data: ask.data,
      place: (state) => placeOf(ask.type, state),
      facts: (context) => reportFacts(ask, context, this.projections),
    });
  }
}

/** The unit for which a command on a report is given: the one that receives it, or the one that owes it. */
export const placeOf = (type: ByPerson['type'], state: reporting.ReportState): Place => {
  if (state.status === 'NONE') return 'nowhere';
  const { unitId, receiverId } = state;
  return reporting.BY_RECEIVER.includes(type) ? { unitId: receiverId, ownerId: unitId } : { unitId };
};
