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
  /** It stands under its own stream; false where it is told under another one too. */
  readonly own: boolean;
  /** The number of the paper it stands on, by what it is compared; null where there is none. */
  readonly documentKey: string | null;
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
    own: 'boolean',
    documentKey: 'text',
  },
  key: ['subject', 'position'],
  // Those of one column alone are small: equal values stand in them once.
  indexes: [
    '(recorded_at, position)',
    '(type)',
    `((actor ->> 'personId'), recorded_at, position)`,
    `((actor ->> 'onBehalfOf'), recorded_at, position) where (actor ->> 'onBehalfOf') is not null`,
    `((actor ->> 'unitId'))`,
    '(document_key) where document_key is not null',
  ],
  appendOnly: true,
};
