import { evidence } from '#domain';
import type { Ask } from '../ask.ts';
import type { UseCase } from '../use-case.ts';
import { isActive } from '../is-active.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

export type EvidenceAsk = Ask<'AddEvidence', Omit<evidence.AddEvidence['data'], 'evidenceId'>>;

const { decider, rights } = evidence;

export const evidenceUseCase: UseCase<EvidenceAsk> = workflowUseCase(
  { category: 'evidence', decider, rights },
  {
    data: (ask, { id }) => ({ ...ask.data, evidenceId: id }),
    place: (ask) => ({ unitId: ask.data.unitId }),
    facts: (ask, { directory, at }) => ({ unitActive: isActive(directory, ask.data.unitId, at) }),
  },
);
