import { accept, decideBy, reject, type Outcome } from '../kernel/index.ts';
import {
  REPLAYED_AT_ONCE,
  type ParkDelivery,
  type PauseWebhook,
  type RegisterWebhook,
  type RemoveWebhook,
  type ReplayDeliveries,
  type SettleDelivery,
  type WebhookCommand,
  type WebhookRejection,
} from './commands.ts';
import type { WebhookEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, unfit, type WebhookState } from './state.ts';

type Answer = Outcome<WebhookEvent, WebhookRejection>;
type Known = Extract<WebhookState, { status: 'ACTIVE' | 'PAUSED' }>;

export const decide = decideBy<WebhookCommand, WebhookEvent, WebhookState, WebhookRejection, typeof transitions>({
  rights,
  transitions,
  notAllowed: (state, { type }) => (type === 'RegisterWebhook' ? reject('webhook-registered') : unfit(state)),
  decisions: {
    RegisterWebhook: (command) => register(command),
    PauseWebhook: (command, state) => pause(command, state),
    ResumeWebhook: (_command, { webhookId }) => accept({ type: 'WebhookResumed', data: { webhookId } }),
    RemoveWebhook: (command, state) => remove(command, state),
    RotateSecret: (_command, { webhookId }) => accept({ type: 'WebhookSecretRotated', data: { webhookId } }),
    ReplayDeliveries: (command, state) => replay(command, state),
    ParkDelivery: (command, state) => park(command, state),
    SettleDelivery: (command, state) => settle(command, state),
  },
});

/** Stream `webhook-<webhookId>`. */
export const decider = { initial, evolve, decide };

const noReason = (): Answer => reject('reason-missing', { pointer: '/reason' });

const register = ({ data, facts }: RegisterWebhook): Answer => {
  if (facts.target === 'MALFORMED') return reject('target-malformed', { pointer: '/url' });
  if (facts.target === 'NOT_LISTED') return reject('target-not-listed', { pointer: '/url' });
  const [type] = facts.unknownTypes;
  if (type !== undefined) return reject('event-type-unknown', { pointer: '/eventTypes', params: { type } });
  return accept({ type: 'WebhookRegistered', data: { ...data, eventTypes: [...new Set(data.eventTypes)] } });
};

const pause = ({ data: { reason }, meta }: PauseWebhook, { status, webhookId }: Known): Answer => {
  if (status === 'PAUSED') return meta.actor.role === 'SYSTEM' ? accept() : reject('webhook-paused');
  return reason.trim() === '' ? noReason() : accept({ type: 'WebhookPaused', data: { webhookId, reason } });
};

const remove = ({ data: { reason } }: RemoveWebhook, { webhookId }: Known): Answer =>
  reason.trim() === '' ? noReason() : accept({ type: 'WebhookRemoved', data: { webhookId, reason } });

/** Only what waits for people is asked for: what is under way already is not asked for twice. */
const replay = ({ data }: ReplayDeliveries, { webhookId, parked }: Known): Answer => {
  const waiting = [...parked].filter(([, status]) => status === 'PARKED').map(([id]) => id);
  const unknown = data.eventIds.find((id) => !waiting.includes(id));
  if (unknown !== undefined) return reject('delivery-not-parked', { pointer: '/eventIds' });
  const eventIds = (data.eventIds.length > 0 ? [...new Set(data.eventIds)] : waiting).slice(0, REPLAYED_AT_ONCE);
  return eventIds.length === 0
    ? reject('nothing-parked')
    : accept({ type: 'WebhookReplayAsked', data: { webhookId, eventIds } });
};

const park = ({ data }: ParkDelivery, { webhookId, parked }: Known): Answer =>
  parked.get(data.eventId) === 'PARKED'
    ? accept()
    : accept({ type: 'WebhookDeliveryParked', data: { webhookId, ...data } });

const settle = ({ data: { eventId } }: SettleDelivery, { webhookId, parked }: Known): Answer =>
  parked.has(eventId) ? accept({ type: 'WebhookDeliveryReplayed', data: { webhookId, eventId } }) : accept();
