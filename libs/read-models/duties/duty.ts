import { idOf, registration, reporting, type DataOf, type regulation } from '#domain';
import { uuidV5 } from '#engine';
import type { RecordedEvent, RecordedIn } from '#event-store';
import type { RowKey } from '../tables/row-state.ts';
import type { DutyRow } from './table.ts';

/** A random UUID of this product, fixed for ever: streams in the log are named by ids that derive from it. */
const NAMESPACE = Buffer.from('5a0de1c49f7b4c23b8e6a47d20f1936b', 'hex');

/**
 * The id of the nth duty of a kind that is owed for a report or registration: a UUID of version 5 (RFC 9562). It stays
 * the same while the due date moves; what is owed anew is another duty.
 */
export const dutyIdOf = (subjectId: string, kind: regulation.DutyKind, nth: number): string =>
  uuidV5(NAMESPACE, `${subjectId}:${kind}:${nth}`);

/** The duties of the registration that an event can begin or end. */
export const registrationDutyKeys = (event: RecordedIn<'registration'>): RowKey[] =>
  registration.dutiesChangedBy(event).map((kind) => [idOf(event.stream), kind]);

/** One duty of a registration after an event that begins or ends it. */
export const evolveRegistrationDuty = (
  row: DutyRow | undefined,
  event: RecordedIn<'registration'>,
  kind: registration.RegistrationDuty,
): DutyRow | undefined => {
  const due = registration.dutyBegunBy(event, kind);
  if (due === undefined) return done(row);
  const dueOn = 'on' in due ? due.on : null;
  const unitId = event.type === 'AppraisalOpened' ? event.meta.actor.unitId : null;
  return begun(row, event, [idOf(event.stream), kind], { dueOn, unitId, regulationId: null, report: null });
};

/** What a report owes after one of its events: it is owed while it is open, or asked for again. */
export const evolveReportDuty = (row: DutyRow | undefined, event: RecordedIn<'report'>): DutyRow | undefined => {
  const due = reporting.dueOnAfter(event, row?.dueOn ?? undefined);
  if (due === undefined) return done(row);
  if (event.type === 'ReminderOrdered') return row && { ...row, orderedAt: event.meta.recordedAt };
  if (reporting.statusAfter[event.type] === 'same') return due === row?.dueOn ? row : moved(row, event, due);
  const owed = event.type === 'ReportObliged' ? obliged(event.data) : row;
  return owed && begun(row, event, [idOf(event.stream), 'REPORT'], { ...owed, dueOn: due });
};

const obliged = ({ unitId, regulationId, kind, period, receiverId }: DataOf<'ReportObliged'>) => ({
  ...{ unitId, regulationId },
  report: { kind, period, receiverId },
});

/** What the event says of the duty. */
type Owed = Pick<DutyRow, 'dueOn' | 'unitId' | 'regulationId' | 'report'>;

/** Something is owed from the event on. It is another duty than the one of its kind before. */
const begun = (
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
    orderedAt: null,
    report,
    since: event.meta.recordedAt,
  };
};

/** The same duty on another day; one that is done does not move. */
const moved = (row: DutyRow | undefined, event: RecordedEvent, dueOn: string): DutyRow | undefined =>
  row?.open ? { ...row, dueOn, since: event.meta.recordedAt } : row;

const done = (row: DutyRow | undefined): DutyRow | undefined => (row?.open ? { ...row, open: false } : row);
