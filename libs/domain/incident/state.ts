import { evolveBy, statusesAfter, type Recorded, type Transitions } from '../kernel/index.ts';
import type { IncidentCommand } from './commands.ts';
import type { IncidentEvent } from './events.ts';

type Known = Extract<IncidentEvent, { type: 'IncidentRaised' }>['data'];

export type IncidentState =
  | { readonly status: 'MISSING' }
  | { readonly status: 'OPEN'; readonly known: Known; readonly retryAsked: boolean }
  /** Settled, but the events behind it still wait. */
  | { readonly status: 'RESOLVED'; readonly known: Known }
  | { readonly status: 'RELEASED'; readonly known: Known };

export const initial: IncidentState = { status: 'MISSING' };

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

export const evolve = evolveBy<IncidentState, Recorded<IncidentEvent>, typeof transitions>(transitions, {
  IncidentRaised: (_, { data }) => ({ known: data, retryAsked: false }),
  IncidentRetried: (state) => ({ ...state, retryAsked: true }),
  IncidentResolved: ({ known }) => ({ known }),
  StreamReleased: ({ known }) => ({ known }),
});
