import { availabilities, isAllowed, reject, type Availability as Available, type Company } from '../kernel/index.ts';
import type { IncidentCommand, IncidentRejection } from './commands.ts';
import { rights } from './rights.ts';
import { transitions, type IncidentState } from './state.ts';

/** The commands a person can give to an incident that was raised. */
export type ActionType = Exclude<IncidentCommand['type'], 'RaiseIncident' | 'ReleaseStream'>;

export type Availability = Available<IncidentRejection>;

const { RaiseIncident: _raise, ReleaseStream: _release, ...ofRaised } = rights;

/** What a person may do with an incident under the appointments to the root, and for what they may not, why and who may. */
export const availableActions = (state: IncidentState, company: Company): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, IncidentRejection>(ofRaised, () => company, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : reject('incident-resolved')),
    standing: (type) =>
      type === 'RetryIncident' && state.status === 'OPEN' && state.retryAsked ? reject('retry-under-way') : undefined,
  });
