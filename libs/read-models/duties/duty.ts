import type { regulation } from '#domain';
import type { RecordedEvent } from '#event-store';
import { dutyIdOf } from './duty-id.ts';
import type { DutyRow } from './table.ts';

/** What the event says of the duty. */
export type Owed = Pick<DutyRow, 'dueOn' | 'unitId' | 'regulationId' | 'report'>;

/** Something is owed from the event on. It is another duty than the one of its kind before. */
export const begun = (
  before: DutyRow | undefined,
  event: RecordedEvent,
  [subjectId, kind]: readonly [string, regulation.DutyKind],
  { dueOn, unitId, regulationId, report }: Owed,
): DutyRow => {
  const nth = (before?.nth ?? 0) + 1;
  return {
    subjectId,
    kind,
    dutyId: dutyIdOf(subjectId, kind, nth),
    nth,
    open: true,
    dueOn,
    originalDueOn: dueOn,
    unitId,
    regulationId,
    report,
    since: event.meta.recordedAt,
  };
};

/** The same duty on another day; one that is done does not move. */
export const moved = (row: DutyRow | undefined, event: RecordedEvent, dueOn: string): DutyRow | undefined =>
  row?.open ? { ...row, dueOn, since: event.meta.recordedAt } : row;

export const done = (row: DutyRow | undefined): DutyRow | undefined => (row?.open ? { ...row, open: false } : row);
