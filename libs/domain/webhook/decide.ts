import { accept, reject, type Outcome } from '../kernel/index.ts';
import {
  REPLAYED_AT_ONCE,
  type ParkDelivery,
  type PauseWebhook,
  type RegisterWebhook,
  type ReplayDeliveries,
  type SettleDelivery,
  type WebhookCommand,
} from './commands.ts';
import type { WebhookEvent } from './events.ts';
import type { WebhookRejection } from './rejections.ts';
import { rights } from './rights.ts';
import type { WebhookState } from './state.ts';

type Answer = Outcome<WebhookEvent, WebhookRejection>;
type Known = Extract<WebhookState, { status: 'ACTIVE' | 'PAUSED' }>;

export const decide = (command: WebhookCommand, state: WebhookState): Answer => {
  if (!rights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  if (command.type === 'RegisterWebhook') return register(command, state);
  if (state.status === 'MISSING') return reject('webhook-missing');
  if (state.status === 'REMOVED') return reject('webhook-removed');
  return decideKnown(command, state);
};

const decideKnown = (command: Exclude<WebhookCommand, RegisterWebhook>, state: Known): Answer => {
  const { webhookId } = state;
  switch (command.type) {
    case 'PauseWebhook':
      return pause(command, state);
    case 'ResumeWebhook':
      return state.status === 'PAUSED'
        ? accept({ type: 'WebhookResumed', data: { webhookId } })
        : reject('webhook-not-paused');
    case 'RemoveWebhook': {
      const { reason } = command.data;
      return reason.trim() === '' ? noReason() : accept({ type: 'WebhookRemoved', data: { webhookId, reason } });
    }
    case 'RotateSecret':
      return accept({ type: 'WebhookSecretRotated', data: { webhookId } });
    case 'ReplayDeliveries':
      return replay(command, state);
    case 'ParkDelivery':
      return park(command, state);
    case 'SettleDelivery':
      return settle(command, state);
  }
};

const noReason = (): Answer => reject('reason-missing', { pointer: '/reason' });

const register = ({ data, facts }: RegisterWebhook, state: WebhookState): Answer => {
  if (state.status !== 'MISSING') return reject('webhook-registered');
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
