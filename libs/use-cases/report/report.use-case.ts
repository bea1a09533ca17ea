import { reporting } from '#domain';
import { runWorkflow, type Place, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { ByPerson, ReportAsk } from './report-ask.ts';
import { reportFacts } from './report-facts.ts';

const reportWorkflow: Workflow<
  reporting.ReportState,
  reporting.ReportEvent,
  reporting.ReportCommand,
  reporting.ReportRejection
> = {
  category: 'report',
  decider: reporting.decider,
  rights: reporting.rights,
};

export const reportUseCase: UseCase<ReportAsk> = {
  noun: 'report',
  run(ports, ask) {
    return runWorkflow(ports, reportWorkflow, ask, {
      id: ask.id,
      commandId: ask.idempotencyKey ?? ports.newId(),
      said: ask.data,
      data: ask.data,
      place: (state) => placeOf(ask.type, state),
      facts: (context) => reportFacts(ask, context),
    });
  },
};

/** The unit for which a command on a report is given: the one that receives it, or the one that owes it. */
const placeOf = (type: ByPerson['type'], state: reporting.ReportState): Place => {
  if (state.status === 'NONE') return 'nowhere';
  const { unitId, receiverId } = state;
  return reporting.BY_RECEIVER.includes(type) ? { unitId: receiverId, ownerId: unitId } : { unitId };
};
