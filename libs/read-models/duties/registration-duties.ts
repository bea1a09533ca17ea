import { idOf, registration } from '#domain';
import type { RecordedIn } from '#event-store';
import type { RowKey } from '../tables/row-state.ts';
import { begun, done } from './duty.ts';
import type { DutyRow } from './table.ts';

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
