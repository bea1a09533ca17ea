import { fold } from '#domain';
import type { organization } from '#domain';
import type { StoredEvent } from '#event-store';
import { asEventOf } from '../tables/event.ts';
import type { AppointmentRow, PersonRow } from './table.ts';

/** A person after an event of theirs. */
export const evolvePerson = (row: PersonRow | undefined, stored: StoredEvent): PersonRow | undefined => {
  const event = asEventOf<organization.PersonEvent>(stored);
  const stamp = { revision: stored.revision, position: stored.position };
  switch (event.type) {
    case 'PersonEntered': {
      const { personId, name, email } = event.data;
      return { id: personId, name, folded: fold(name), email: email ?? null, ...stamp };
    }
    case 'PersonAppointed':
    case 'AppointmentEnded':
    case 'AccountOpened':
    case 'AccountDisabled':
      return row && { ...row, ...stamp };
  }
};

/** An appointment after an event of the person who holds it. */
export const evolveAppointment = (row: AppointmentRow | undefined, stored: StoredEvent): AppointmentRow | undefined => {
  const event = asEventOf<organization.PersonEvent>(stored);
  const { position } = stored;
  switch (event.type) {
    case 'PersonEntered':
    case 'AccountOpened':
    case 'AccountDisabled':
      return row;
    case 'PersonAppointed': {
      const { appointmentId, personId, unitId, role, from, until, document } = event.data;
      const open = { endsAt: null, endReason: null, recordedAt: event.meta.recordedAt, endRecordedAt: null };
      return {
        id: appointmentId,
        personId,
        unitId,
        role,
        fromOn: from,
        untilOn: until ?? null,
        document,
        ...open,
        position,
      };
    }
    case 'AppointmentEnded': {
      const { endsAt, reason } = event.data;
      return row && { ...row, endsAt, endReason: reason, endRecordedAt: event.meta.recordedAt, position };
    }
  }
};
