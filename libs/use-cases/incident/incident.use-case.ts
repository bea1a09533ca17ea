import { incident } from '#domain';
import type { Ask } from '../ask.ts';
import { atRoot } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

/** The administrator has the event tried again, or passed over; the reaction then goes on with what waited behind it. */
type IncidentAsk = Ask<'RetryIncident' | 'ResolveIncident', { readonly reason: string }> & { readonly id: string };

const { decider, rights } = incident;

export const incidentUseCase: UseCase<IncidentAsk> = workflowUseCase(
  { category: 'incident', decider, rights },
  { place: (_ask, where) => atRoot(where) },
);
