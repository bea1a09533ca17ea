import type { Recorded } from '../kernel/index.ts';
import type { WebhookEvent } from './events.ts';

/** Parked events by id: whether somebody asked that it be sent again. */
export type Parked = ReadonlyMap<string, 'PARKED' | 'ASKED'>;

export type WebhookState =
  | { readonly status: 'MISSING' }
  | { readonly status: 'ACTIVE' | 'PAUSED'; readonly webhookId: string; readonly parked: Parked }
  | { readonly status: 'REMOVED' };

export const initial: WebhookState = { status: 'MISSING' };

export const evolve = (state: WebhookState, event: Recorded<WebhookEvent>): WebhookState => {
  if (event.type === 'WebhookRegistered')
    return { status: 'ACTIVE', webhookId: event.data.webhookId, parked: new Map() };
  if (state.status === 'MISSING' || state.status === 'REMOVED') return state;
  switch (event.type) {
    case 'WebhookPaused':
      return { ...state, status: 'PAUSED' };
    case 'WebhookResumed':
      return { ...state, status: 'ACTIVE' };
    case 'WebhookRemoved':
      return { status: 'REMOVED' };
    case 'WebhookSecretRotated':
      return state;
    case 'WebhookDeliveryParked':
      return { ...state, parked: new Map(state.parked).set(event.data.eventId, 'PARKED') };
    case 'WebhookReplayAsked':
      return { ...state, parked: asked(state.parked, event.data.eventIds) };
    case 'WebhookDeliveryReplayed':
      return { ...state, parked: new Map([...state.parked].filter(([id]) => id !== event.data.eventId)) };
  }
};

const asked = (parked: Parked, eventIds: readonly string[]): Parked =>
  new Map([...parked, ...eventIds.filter((id) => parked.has(id)).map((id) => [id, 'ASKED'] as const)]);
