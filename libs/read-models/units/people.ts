import { fold } from '#domain';
import type { RecordedIn } from '#event-store';
import type { AppointmentRow, PersonRow } from './table.ts';

/** A person after an event of theirs. */
export const evolvePerson = (row: PersonRow | undefined, event: RecordedIn<'person'>): PersonRow | undefined => {
  const stamp = { revision: event.revision, position: event.position };
  switch (event.type) {
    case 'PersonEntered': {
      const { personId, name, email } = event.data;
      return { id: personId, name, folded: fold(name), email: email ?? null, ...stamp };
    }
    case 'EmailChanged':
      return row && { ...row, email: event.data.email ?? null, ...stamp };
    default:
      return row && { ...row, ...stamp };
  }
};

/** An appointment after an event of the person who holds it. */
export const evolveAppointment = (
  row: AppointmentRow | undefined,
  event: RecordedIn<'person'>,
): AppointmentRow | undefined => {
  const { position } = event;
  switch (event.type) {
    case 'PersonAppointed': {
      const { appointmentId: id, personId, unitId, role, from: fromOn, until: untilOn = null, document } = event.data;
      const open = { endsAt: null, endReason: null, recordedAt: event.meta.recordedAt, endRecordedAt: null };
      return { ...{ id, personId, unitId, role, fromOn, untilOn, document }, ...open, position };
    }
    case 'AppointmentEnded': {
      const { endsAt, reason } = event.data;
      return row && { ...row, endsAt, endReason: reason, endRecordedAt: event.meta.recordedAt, position };
    }
    default:
      return row;
  }
};
