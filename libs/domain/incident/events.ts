import type { DomainEvent } from '../kernel/index.ts';

/** Stream `incident-<incidentId>`: an event that a reaction could not handle, and what people did about it. */
export type IncidentEvent =
  | DomainEvent<
      'IncidentRaised',
      {
        readonly incidentId: string;
        /** The process that failed, e.g. `apply-decision`. */
        readonly reaction: string;
        /** The event it failed on; later events of this stream wait behind it. */
        readonly stream: string;
        readonly revision: number;
        readonly position: number;
        readonly eventId: string;
        readonly eventType: string;
        readonly cause: string;
        /** How often it was tried since the incident began. */
        readonly attempts: number;
      }
    >
  /** A person asked that the event be tried again. */
  | DomainEvent<'IncidentRetried', { readonly incidentId: string; readonly reason: string }>
  /** It was handled after all, or a person settled it in another way: the reaction passes the event over. */
  | DomainEvent<'IncidentResolved', { readonly incidentId: string; readonly reason: string }>
  /** The events that waited behind it have been handled. */
  | DomainEvent<'StreamReleased', { readonly incidentId: string; readonly reaction: string; readonly stream: string }>;
