import { statusesAfter, type Transitions } from '../kernel/index.ts';
import type { IncidentCommand } from './commands.ts';
import type { IncidentEvent } from './events.ts';
import type { IncidentState } from './state.ts';

export const transitions = {
  RaiseIncident: { from: ['MISSING', 'OPEN'], events: { IncidentRaised: 'OPEN' } },
  RetryIncident: { from: ['OPEN'], events: { IncidentRetried: 'same' } },
  ResolveIncident: { from: ['OPEN'], events: { IncidentResolved: 'RESOLVED' } },
  ReleaseStream: {
    from: ['OPEN', 'RESOLVED'],
    events: { IncidentResolved: 'RESOLVED', StreamReleased: 'RELEASED' },
  },
} as const satisfies Transitions<IncidentCommand, IncidentEvent, IncidentState>;

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
