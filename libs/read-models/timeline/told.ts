import type { EventsByCategory } from '#domain';
import type { TimelineRow } from './table.ts';

/** The categories of streams that the trail tells of. */
export const CATEGORIES = [
  'registration',
  'decision',
  'commendation',
  'unit',
  'person',
  'regulation',
  'cycle',
  'numbering',
  'incident',
  'report',
  'reminder',
  'recipient',
  'apikey',
  'reading',
  'evidence',
  'webhook',
] as const;
export type TimelineCategory = (typeof CATEGORIES)[number];

/** What the trail tells of an event. Rows hold it in its shape of today: see `Projection.version`. */
export type Told = EventsByCategory[TimelineCategory];

/** An entry as it stands in the trail. */
export type Found = Told & Omit<TimelineRow, 'subject' | 'type' | 'data' | 'own' | 'documentKey'>;
