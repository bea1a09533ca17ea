import { POWER_ROLES } from '#domain';
import type { RecordedIn } from '#event-store';
import type { RowState } from '../tables/row-state.ts';
import { grants, type GrantRow } from './table.ts';

/** A grant of power after an event of the person it is for. */
const evolveGrant = (row: GrantRow | undefined, event: RecordedIn<'person'>): GrantRow | undefined => {
  const { position } = event;
  const { actor, recordedAt } = event.meta;
  switch (event.type) {
    case 'AppointmentProposed':
    case 'PersonAppointed': {
      const { appointmentId: id, personId, unitId, role, from: fromOn, until: untilOn = null, document } = event.data;
      if (!POWER_ROLES.includes(role)) return row;
      const terms = { id, personId, unitId, role, fromOn, untilOn, document, reason: null, recordedAt, position };
      if (event.type === 'AppointmentProposed')
        return { ...terms, status: 'PROPOSED', proposedBy: actor.personId, settledBy: null };
      const { proposedBy = null } = event.data;
      return { ...terms, status: proposedBy === null ? 'ALONE' : 'BY_TWO', proposedBy, settledBy: actor.personId };
    }
    case 'AppointmentDeclined':
      return (
        row && {
          ...row,
          status: 'DECLINED',
          settledBy: actor.personId,
          reason: event.data.reason,
          recordedAt,
          position,
        }
      );
    default:
      return row;
  }
};

export const grantState: RowState<GrantRow, 'person'> = {
  table: grants,
  categories: ['person'],
  keysOf: ({ data }) => ('appointmentId' in data ? [[data.appointmentId]] : []),
  evolve: evolveGrant,
};
