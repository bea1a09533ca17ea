import type { Rights } from '../kernel/index.ts';
import type { WebhookCommand } from './commands.ts';

/** Who may do what with webhooks. The deliverer is the system; it pauses a webhook whose receiver is gone. */
export const rights: Rights<WebhookCommand> = {
  RegisterWebhook: ['SYSTEM_ADMIN'],
  PauseWebhook: ['SYSTEM_ADMIN', 'SYSTEM'],
  ResumeWebhook: ['SYSTEM_ADMIN'],
  RemoveWebhook: ['SYSTEM_ADMIN'],
  RotateSecret: ['SYSTEM_ADMIN'],
  ReplayDeliveries: ['SYSTEM_ADMIN'],
  ParkDelivery: ['SYSTEM'],
  SettleDelivery: ['SYSTEM'],
};
