import type { DomainEvent } from '../kernel/index.ts';

/** Where a new webhook begins: behind its own registration, or at the very first event of the log. */
export type Begin = 'NOW' | 'FIRST_EVENT';

/** Stream `webhook-<webhookId>`: another program is told of events at its own address. No secret is ever in here. */
export type WebhookEvent =
  | DomainEvent<
      'WebhookRegistered',
      {
        readonly webhookId: string;
        readonly url: string;
        /** The types it is told of; empty means all. */
        readonly eventTypes: readonly string[];
        readonly begin: Begin;
        /** It is told personal data too; never without it. */
        readonly personal?: boolean;
      }
    >
  /** By a person, or by the system when the receiver said that it is gone. */
  | DomainEvent<'WebhookPaused', { readonly webhookId: string; readonly reason: string }>
  /** It goes on where it stood. */
  | DomainEvent<'WebhookResumed', { readonly webhookId: string }>
  | DomainEvent<'WebhookRemoved', { readonly webhookId: string; readonly reason: string }>
  | DomainEvent<'WebhookSecretRotated', { readonly webhookId: string }>
  /** The receiver did not take an event after all attempts: it is set aside, later ones go on. */
  | DomainEvent<'WebhookDeliveryParked', { readonly webhookId: string } & ParkedDelivery>
  /** A person asked that parked events be sent again. */
  | DomainEvent<'WebhookReplayAsked', { readonly webhookId: string; readonly eventIds: readonly string[] }>
  /** The receiver took a parked event after all. */
  | DomainEvent<'WebhookDeliveryReplayed', { readonly webhookId: string; readonly eventId: string }>;

/** An event that was set aside, where it stands, and why. */
export interface ParkedDelivery {
  readonly eventId: string;
  readonly eventType: string;
  readonly stream: string;
  readonly revision: number;
  /** What the receiver answered last, or why it was not reached. */
  readonly cause: string;
  readonly attempts: number;
}
