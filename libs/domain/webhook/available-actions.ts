import { availabilities, isAllowed, reject } from '../kernel/index.ts';
import type { Availability as Available, Company, Rejected } from '../kernel/index.ts';
import type { WebhookCommand, WebhookRejection } from './commands.ts';
import { rights } from './rights.ts';
import { transitions, unfit, type WebhookState } from './state.ts';

/** The commands a person can give to a webhook that was registered. */
export type ActionType = Exclude<WebhookCommand['type'], 'RegisterWebhook' | 'ParkDelivery' | 'SettleDelivery'>;

export type Availability = Available<WebhookRejection>;

const { RegisterWebhook: _register, ParkDelivery: _park, SettleDelivery: _settle, ...ofRegistered } = rights;

/** What a person may do with a webhook under the appointments to the root, and for what they may not, why and who may. */
export const availableActions = (state: WebhookState, company: Company): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, WebhookRejection>(ofRegistered, () => company, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : unfit(state)),
    standing: (type) => standing(type, state),
  });

const standing = (type: ActionType, state: WebhookState): Rejected<WebhookRejection> | undefined => {
  if (type === 'PauseWebhook' && state.status === 'PAUSED') return reject('webhook-paused');
  const isWaiting = 'parked' in state && [...state.parked.values()].includes('PARKED');
  return type === 'ReplayDeliveries' && !isWaiting ? reject('nothing-parked') : undefined;
};
