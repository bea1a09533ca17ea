import type { Command } from '../kernel/index.ts';

/** The event a reaction failed on, and why. */
export interface Failure {
  readonly reaction: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly eventId: string;
  readonly eventType: string;
  readonly cause: string;
  /** Tries of this round. */
  readonly attempts: number;
}

/** A reaction gives up on an event for now; again after a retry that failed. */
export type RaiseIncident = Command<'RaiseIncident', { readonly incidentId: string; readonly failure: Failure }>;

export type RetryIncident = Command<'RetryIncident', { readonly reason: string }>;

/** The reaction passes the event over. */
export type ResolveIncident = Command<'ResolveIncident', { readonly reason: string }>;

/** The reaction has handled what waited behind the incident. */
export type ReleaseStream = Command<'ReleaseStream', Record<never, never>>;

export type IncidentCommand = RaiseIncident | RetryIncident | ResolveIncident | ReleaseStream;

/** Why a command on an incident is refused. */
export type IncidentRejection =
  | 'role-not-allowed'
  | 'incident-missing'
  | 'reason-missing'
  /** It is settled; nothing more can be done about it. */
  | 'incident-resolved'
  /** A retry was asked for and has not been tried yet. */
  | 'retry-under-way'
  /** The stream waits until the incident is retried or resolved. */
  | 'incident-open';
