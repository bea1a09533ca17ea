import { evidence } from '#domain';
import { deriveId } from '#engine';
import type { Ask } from '../ask.ts';
import { runWorkflow, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { isActive } from '../is-active.ts';

export type EvidenceAsk = Ask<'AddEvidence', Omit<evidence.AddEvidence['data'], 'evidenceId'>>;

const workflow: Workflow<
  evidence.EvidenceState,
  evidence.EvidenceEvent,
  evidence.EvidenceCommand,
  evidence.EvidenceRejection
> = {
  category: 'evidence',
  decider: evidence.decider,
  rights: evidence.rights,
};

export const evidenceUseCase: UseCase<EvidenceAsk> = {
  noun: 'evidence',
  run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'evidence');
    return runWorkflow(ports, workflow, ask, {
      id,
      commandId,
      said: ask.data,
      data: { ...ask.data, evidenceId: id },
      place: () => ({ unitId: ask.data.unitId }),
      facts: ({ directory, at }) => Promise.resolve({ unitActive: isActive(directory, ask.data.unitId, at) }),
    });
  },
};
