import { decision, type reminding } from '#domain';
import { isIn, type RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { insertRows } from '../tables/write.ts';
import { documentOf } from './document.ts';
import { timeline, type TimelineRow } from './table.ts';
import { CATEGORIES, type TimelineCategory } from './told.ts';

type Recorded = RecordedIn<TimelineCategory>;

/** The entries an event makes: in its own stream's trail, and in that of the item or duty it tells about. */
export const rowsOf = (event: Recorded): TimelineRow[] => {
  const own = entry(event, event.stream);
  if (isIn(event, 'reminder')) return [own, entry(event, subjectOf(event.data))];
  if (event.type !== 'DecisionItemRejected') return [own];
  return [own, entry(event, `${event.data.kind}-${event.data.id}`)];
};

const subjectOf = ({ kind, subjectId }: Pick<reminding.Duty, 'kind' | 'subjectId'>): string =>
  `${kind === 'REPORT' ? 'report' : 'registration'}-${subjectId}`;

const entry = (event: Recorded, subject: string): TimelineRow => {
  const { position, id: eventId, stream, revision, type, data } = event;
  const { actor, recordedAt, effectiveOn, commandId, correlationId } = event.meta;
  const cited = documentOf(event);
  return {
    ...{ subject, position, eventId, stream, revision, type, data, actor },
    ...{ recordedAt, effectiveOn, commandId, correlationId },
    own: subject === stream,
    documentKey: cited === null ? null : decision.numberKey(cited),
  };
};

/** The audit trail: every event of every business stream, with its envelope. */
export const timelineProjection: Projection<TimelineCategory> = {
  name: 'timeline',
  version: 7,
  categories: CATEGORIES,
  tables: [timeline],
  apply: (events, tx) => insertRows(timeline, events.flatMap(rowsOf), tx),
};
