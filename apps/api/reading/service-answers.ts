import type { ChangedKind } from '#read-models';
import type { ReminderStatus } from '#reminders';
import type { FeedEvent } from '#webhooks';
import type { ProjectionHealth } from '../http/answer/projections.ts';
import type { QueueStanding } from '../http/answer/queue-health.ts';

export interface FeedPage {
  /** The name of this history of the log. */
  readonly epoch: string;
  readonly events: readonly FeedEvent[];
  /** `after` of the next page. */
  readonly next: number;
}

/** What somebody whose page is open is told. */
export interface Update {
  /** How far the read models are. */
  readonly position: number;
  /** The kinds of things that changed on the way, among those they see. */
  readonly changed: readonly ChangedKind[];
}

export interface Readiness {
  /** `degraded`, with 503, while log or database do not answer, or a projection has stopped on an event. */
  readonly status: 'ready' | 'degraded';
  /** Without a head it does not answer. */
  readonly log: { readonly status: 'up' | 'down'; readonly head?: number };
  readonly database: { readonly status: 'up' | 'down' };
  /** The queue only where this process watches it. */
  readonly reminders?: ReminderStatus & { readonly queue?: QueueStanding };
  readonly projections?: readonly ProjectionAnswer[];
}

/** Where a projection stands against the head of the log; `active` while some process writes it. */
type ProjectionAnswer = Omit<ProjectionHealth, 'holder'> & { readonly active: boolean };
