import type { Actor, registration } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import type { AsOf, Page, PageRequest } from '../paging/page.ts';

/** One value that an event changed. */
export interface Change {
  /** JSON pointer into what the event is about, e.g. `/form/name`. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface TimelineEntry {
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: Actor;
  /** Names as they were on the day, null when the log does not know them. */
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly commandId: string;
  readonly correlationId: string;
  /** The paper it stands on, as typed. */
  readonly document: string | null;
  readonly changes: readonly Change[];
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly data: unknown;
}

/** An event of a registration as it was recorded, without what people read beside it. */
export type TrailEntry = registration.RegistrationEvent & Pick<TimelineEntry, 'recordedAt' | 'actor'>;

/** The audit trail of one stream, oldest first. Whether the reader may see the subject is settled before. */
export type GetTimeline = (
  db: ReadModelsDb,
  query: { readonly subject: string } & PageRequest & AsOf,
) => Promise<Page<TimelineEntry>>;
