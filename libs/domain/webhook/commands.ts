import type { Command } from '../kernel/index.ts';
import type { Begin, ParkedDelivery } from './events.ts';

/** The target and the types were looked up: a webhook goes only where the operator allows it. */
export type RegisterWebhook = Command<
  'RegisterWebhook',
  {
    readonly webhookId: string;
    readonly url: string;
    readonly eventTypes: readonly string[];
    readonly begin: Begin;
    readonly personal?: boolean;
  },
  {
    readonly target: 'ALLOWED' | 'MALFORMED' | 'NOT_LISTED';
    /** Of the types asked for: those that no webhook is told of. */
    readonly unknownTypes: readonly string[];
  }
>;

export type PauseWebhook = Command<'PauseWebhook', { readonly reason: string }>;

export type ResumeWebhook = Command<'ResumeWebhook', Record<never, never>>;

export type RemoveWebhook = Command<'RemoveWebhook', { readonly reason: string }>;

/** The secret itself is kept beside the log. */
export type RotateSecret = Command<'RotateSecret', Record<never, never>>;

/** The named parked events, or all when none is named; 1,000 at most at once. */
export type ReplayDeliveries = Command<'ReplayDeliveries', { readonly eventIds: readonly string[] }>;

/** The deliverer gives up on an event for now. */
export type ParkDelivery = Command<'ParkDelivery', ParkedDelivery>;

/** The receiver took a parked event. */
export type SettleDelivery = Command<'SettleDelivery', { readonly eventId: string }>;

export type WebhookCommand =
  | RegisterWebhook
  | PauseWebhook
  | ResumeWebhook
  | RemoveWebhook
  | RotateSecret
  | ReplayDeliveries
  | ParkDelivery
  | SettleDelivery;

/** Parked events that one command sends again at most. */
export const REPLAYED_AT_ONCE = 1000;

/** Why a command on a webhook is refused. */
export type WebhookRejection =
  | 'role-not-allowed'
  | 'reason-missing'
  | 'webhook-missing'
  /** It was removed: nothing more can be done with it. */
  | 'webhook-removed'
  | 'webhook-registered'
  | 'webhook-paused'
  | 'webhook-not-paused'
  | 'target-malformed'
  /** The operator has not listed this address. */
  | 'target-not-listed'
  | 'event-type-unknown'
  | 'delivery-not-parked'
  | 'nothing-parked';
