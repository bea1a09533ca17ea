import { fold } from '#domain';
import { isIn, type RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, type RowState } from '../tables/row-state.ts';
import { insertRows } from '../tables/write.ts';
import { grantState } from './grants.ts';
import { evolveAppointment, evolvePerson } from './people.ts';
import { appointments, grants, people, unitNames, unitParents, units } from './table.ts';
import type { AppointmentRow, PersonRow, UnitBaseRow, UnitNameRow, UnitParentRow } from './table.ts';

/** What is fixed of a unit, after an event of it. */
const evolveUnit = (row: UnitBaseRow | undefined, event: RecordedIn<'unit'>): UnitBaseRow | undefined => {
  const stamp = { revision: event.revision, position: event.position };
  switch (event.type) {
    case 'UnitEstablished':
      return {
        id: event.data.unitId,
        kind: event.data.kind,
        adminUnitCode: event.data.adminUnitCode ?? null,
        fromOn: event.data.from,
        recordedAt: event.meta.recordedAt,
        closedOn: null,
        closedReason: null,
        closedRecordedAt: null,
        ...stamp,
      };
    case 'UnitRenamed':
    case 'UnitMoved':
      return row && { ...row, ...stamp };
    case 'UnitClosed': {
      const { on, reason } = event.data;
      return row && { ...row, closedOn: on, closedReason: reason, closedRecordedAt: event.meta.recordedAt, ...stamp };
    }
  }
};

/** The names units were given, each with its date. */
export const namesGiven = (event: RecordedIn<'unit'>): UnitNameRow[] => {
  if (event.type !== 'UnitEstablished' && event.type !== 'UnitRenamed') return [];
  const { unitId, name, from, document } = event.data;
  return [{ ...dated(event, unitId, from), name, folded: fold(name), document: document ?? null }];
};

/** The places units were given in the tree, each with its date. */
export const placesGiven = (event: RecordedIn<'unit'>): UnitParentRow[] => {
  if (event.type !== 'UnitEstablished' && event.type !== 'UnitMoved') return [];
  const { unitId, parentId, from } = event.data;
  return [{ ...dated(event, unitId, from), parentId: parentId ?? null }];
};

const dated = (event: RecordedIn<'unit'>, unitId: string, fromOn: string) => ({
  unitId,
  position: event.position,
  fromOn,
  recordedAt: event.meta.recordedAt,
});

export const unitState: RowState<UnitBaseRow, 'unit'> = {
  table: units,
  categories: ['unit'],
  evolve: evolveUnit,
};

const personState: RowState<PersonRow, 'person'> = {
  table: people,
  categories: ['person'],
  evolve: evolvePerson,
};

export const appointmentState: RowState<AppointmentRow, 'person'> = {
  table: appointments,
  categories: ['person'],
  keysOf: ({ data }) => ('appointmentId' in data ? [[data.appointmentId]] : []),
  evolve: evolveAppointment,
};

/** Which units there were on a day, under which names and where, and who holds which office. */
export const unitsProjection: Projection<'unit' | 'person'> = {
  name: 'units',
  version: 5,
  categories: ['unit', 'person'],
  tables: [units, unitNames, unitParents, people, appointments, grants],
  apply: async (events, tx) => {
    const ofUnits = events.filter((event) => isIn(event, 'unit'));
    await applyRowState(unitState, ofUnits, tx);
    await insertRows(unitNames, ofUnits.flatMap(namesGiven), tx);
    await insertRows(unitParents, ofUnits.flatMap(placesGiven), tx);
    await applyRowState(personState, events, tx);
    await applyRowState(appointmentState, events, tx);
    await applyRowState(grantState, events, tx);
  },
};
