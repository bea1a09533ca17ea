import { evolveBy, reject, type In, type Recorded, type Rejected, type Transitions } from '../kernel/index.ts';
import type { WebhookCommand, WebhookRejection } from './commands.ts';
import type { WebhookEvent } from './events.ts';

/** Parked events by id: whether somebody asked that it be sent again. */
export type Parked = ReadonlyMap<string, 'PARKED' | 'ASKED'>;

export type WebhookState =
  | { readonly status: 'MISSING' }
  | In<'ACTIVE' | 'PAUSED', { readonly webhookId: string; readonly parked: Parked }>
  | { readonly status: 'REMOVED' };

export const initial: WebhookState = { status: 'MISSING' };

const KNOWN = ['ACTIVE', 'PAUSED'] as const;

export const transitions = {
  RegisterWebhook: { from: ['MISSING'], events: { WebhookRegistered: 'ACTIVE' } },
  PauseWebhook: { from: KNOWN, events: { WebhookPaused: 'PAUSED' } },
  ResumeWebhook: { from: ['PAUSED'], events: { WebhookResumed: 'ACTIVE' } },
  RemoveWebhook: { from: KNOWN, events: { WebhookRemoved: 'REMOVED' } },
  RotateSecret: { from: KNOWN, events: { WebhookSecretRotated: 'same' } },
  ReplayDeliveries: { from: KNOWN, events: { WebhookReplayAsked: 'same' } },
  ParkDelivery: { from: KNOWN, events: { WebhookDeliveryParked: 'same' } },
  SettleDelivery: { from: KNOWN, events: { WebhookDeliveryReplayed: 'same' } },
} as const satisfies Transitions<WebhookCommand, WebhookEvent, WebhookState>;

export const evolve = evolveBy<WebhookState, Recorded<WebhookEvent>, typeof transitions>(transitions, {
  WebhookRegistered: (_, { data: { webhookId } }) => ({ webhookId, parked: new Map() }),
  WebhookPaused: (state) => state,
  WebhookResumed: (state) => state,
  WebhookRemoved: () => ({}),
  WebhookSecretRotated: (state) => state,
  WebhookDeliveryParked: (state, { data }) => ({ ...state, parked: new Map(state.parked).set(data.eventId, 'PARKED') }),
  WebhookReplayAsked: (state, { data }) => ({ ...state, parked: asked(state.parked, data.eventIds) }),
  WebhookDeliveryReplayed: (state, { data }) => ({
    ...state,
    parked: new Map([...state.parked].filter(([id]) => id !== data.eventId)),
  }),
});

const asked = (parked: Parked, eventIds: readonly string[]): Parked =>
  new Map([...parked, ...eventIds.filter((id) => parked.has(id)).map((id) => [id, 'ASKED'] as const)]);

/** Why a webhook is no longer, or not yet, as a command finds it. */
export const unfit = ({ status }: WebhookState): Rejected<WebhookRejection> => {
  if (status === 'MISSING') return reject('webhook-missing');
  return reject(status === 'REMOVED' ? 'webhook-removed' : 'webhook-not-paused');
};
