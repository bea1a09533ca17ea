import type { Recorded } from '../kernel/index.ts';
import type { IncidentEvent } from './events.ts';

type Known = Extract<IncidentEvent, { type: 'IncidentRaised' }>['data'];

export type IncidentState =
  | { readonly status: 'MISSING' }
  | { readonly status: 'OPEN'; readonly known: Known; readonly retryAsked: boolean }
  /** Settled, but the events behind it still wait. */
  | { readonly status: 'RESOLVED'; readonly known: Known }
  | { readonly status: 'RELEASED'; readonly known: Known };

export const initial: IncidentState = { status: 'MISSING' };

export const evolve = (state: IncidentState, event: Recorded<IncidentEvent>): IncidentState => {
  switch (event.type) {
    case 'IncidentRaised':
      return { status: 'OPEN', known: event.data, retryAsked: false };
    case 'IncidentRetried':
      return state.status === 'OPEN' ? { ...state, retryAsked: true } : state;
    case 'IncidentResolved':
      return state.status === 'OPEN' ? { status: 'RESOLVED', known: state.known } : state;
    case 'StreamReleased':
      return state.status === 'MISSING' ? state : { status: 'RELEASED', known: state.known };
  }
};
