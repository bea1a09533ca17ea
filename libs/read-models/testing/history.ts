import { eventsIn, productCodec, type RecordedEvent, type StoredMeta } from '#event-store';
import { id, PROVINCE, type Happening } from '#support/histories';
import type { AnyEvent, Category } from '#domain';
import { moveRows, type RowState } from '../tables/row-state.ts';

const CAUSE = id('command', 1);

const META: StoredMeta = {
  actor: { personId: id('person', 1), role: 'STANDING_BODY_OFFICER', unitId: PROVINCE },
  recordedAt: '2026-12-01T01:00:00.000Z',
  effectiveOn: '2026-12-01',
  commandId: CAUSE,
  correlationId: CAUSE,
  commandHash: '0'.repeat(64),
};

/** One more fact in a stream, recorded on 1 December 2026 unless told. */
export const happening = (
  stream: string,
  { type, data }: Pick<AnyEvent, 'type' | 'data'>,
  meta: Partial<StoredMeta> = {},
): Happening => ({ stream, event: { id: CAUSE, type, data, meta: { ...META, ...meta } } });

/** Happenings as the log would hand them out. */
export const stored = (happenings: readonly Happening[]): RecordedEvent[] => {
  const revisions = new Map<string, number>();
  return happenings.map(({ stream, event }, index) => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    return productCodec.decode({ ...event, version: 1, stream, revision, position: index + 1 });
  });
};

/** The rows of a table after happenings, as the projector would leave them. */
export const rowsAfter = <Row extends object, C extends Category>(
  state: RowState<Row, C>,
  happenings: readonly Happening[],
): Row[] => moveRows(state, eventsIn(stored(happenings), state.categories), []).rows;
