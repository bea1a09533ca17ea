import type { reminding } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { insertRows } from '../tables/write.ts';
import { timeline } from './table.ts';
import type { TimelineRow } from './table.ts';

/** The entries an event makes: in its own stream's trail, and in that of the item or duty it tells about. */
export const entriesOf = (event: StoredEvent): TimelineRow[] => {
  const own = entry(event, event.stream);
  if (event.stream.startsWith('reminder-')) return [own, entry(event, subjectOf(event.data as reminding.Duty))];
  if (event.type !== 'DecisionItemRejected') return [own];
  const { kind, id } = event.data as { readonly kind: string; readonly id: string };
  return [own, entry(event, `${kind}-${id}`)];
};

const subjectOf = ({ kind, subjectId }: reminding.Duty): string =>
  `${kind === 'REPORT' ? 'report' : 'registration'}-${subjectId}`;

const entry = (event: StoredEvent, subject: string): TimelineRow => ({
  subject,
  position: event.position,
  eventId: event.id,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  data: event.data,
  actor: event.meta.actor,
  recordedAt: event.meta.recordedAt,
  effectiveOn: event.meta.effectiveOn,
  commandId: event.meta.commandId,
  correlationId: event.meta.correlationId,
});

/** The audit trail: every event of every business stream, with its envelope. */
export const timelineProjection: Projection = {
  name: 'timeline',
  version: 2,
  categories: [
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
  ],
  tables: [timeline],
  apply: (events, tx) => insertRows(timeline, events.flatMap(entriesOf), tx),
};
