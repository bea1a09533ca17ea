import type { Actor } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** One entry of the audit trail: the event with its envelope, under the stream it tells about. */
export interface TimelineRow {
  /** The stream the entry is shown under, e.g. `registration-<id>`. */
  readonly subject: string;
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: unknown;
  readonly actor: Actor;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly commandId: string;
  readonly correlationId: string;
}

export const timeline: TableSpec<TimelineRow> = {
  name: 'timeline',
  columns: {
    subject: 'text',
    position: 'double precision',
    eventId: 'text',
    stream: 'text',
    revision: 'integer',
    type: 'text',
    data: 'json',
    actor: 'json',
    recordedAt: 'text',
    effectiveOn: 'text',
    commandId: 'text',
    correlationId: 'text',
  },
  key: ['subject', 'position'],
  indexes: [],
  appendOnly: true,
};
