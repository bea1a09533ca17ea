import { reporting } from '#domain';
import { workflowUseCase } from '../workflow-use-case.ts';
import type { UseCase } from '../use-case.ts';
import type { ReportAsk } from './report-ask.ts';
import { reportFacts } from './report-facts.ts';

const { decider, rights } = reporting;

/** A command on a report is given for the unit that receives it, or for the one that owes it. */
export const reportUseCase: UseCase<ReportAsk> = workflowUseCase(
  { category: 'report', decider, rights },
  {
    place: ({ type }, { state }) => {
      if (state.status === 'NONE') return 'nowhere';
      const { unitId, receiverId } = state;
      return reporting.BY_RECEIVER.includes(type) ? { unitId: receiverId, ownerId: unitId } : { unitId };
    },
    facts: reportFacts,
  },
);
