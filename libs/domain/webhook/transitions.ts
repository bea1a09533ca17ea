import type { Transitions } from '../kernel/index.ts';
import type { WebhookCommand } from './commands.ts';
import type { WebhookEvent } from './events.ts';
import type { WebhookState } from './state.ts';

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
