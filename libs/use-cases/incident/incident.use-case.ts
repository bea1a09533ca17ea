import { incident } from '#domain';
import type { Ask } from '../ask.ts';
import { atRoot, runWorkflow, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';

/** The administrator has the event tried again, or passed over; the reaction then goes on with what waited behind it. */
type IncidentAsk = Ask<'RetryIncident' | 'ResolveIncident', { readonly reason: string }> & { readonly id: string };

const workflow: Workflow<
  incident.IncidentState,
  incident.IncidentEvent,
  incident.IncidentCommand,
  incident.IncidentRejection
> = {
  category: 'incident',
  decider: incident.decider,
  rights: incident.rights,
};

export const incidentUseCase: UseCase<IncidentAsk> = {
  noun: 'incident',
  run(ports, ask) {
    return runWorkflow(ports, workflow, ask, {
      id: ask.id,
      commandId: ask.idempotencyKey ?? ports.newId(),
      said: ask.data,
      data: ask.data,
      place: atRoot,
      facts: () => Promise.resolve({}),
    });
  },
};
