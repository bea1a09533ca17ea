import type { registration } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { asEventOf, idOf } from '../tables/event.ts';
import type { EventOf } from '../tables/event.ts';
import type { RowState } from '../tables/row-state.ts';
import { applyRowState } from '../tables/row-state.ts';
import { insertRows } from '../tables/write.ts';
import { evolveLine } from './line.ts';
import { registerHistory, registrations } from './table.ts';
import type { RegistrationTableRow } from './table.ts';

/** The line of the register after an event of its registration. */
const evolveRegistration = (
  row: RegistrationTableRow | undefined,
  event: StoredEvent,
): RegistrationTableRow | undefined => {
  const known = asEventOf<registration.RegistrationEvent>(event);
  const line = evolveLine(row, known);
  return line && { ...line, ...stamp(known) };
};

const stamp = (event: EventOf<registration.RegistrationEvent>) => ({
  revision: event.revision,
  position: event.position,
  effectiveOn: event.meta.effectiveOn,
  recordedAt: event.meta.recordedAt,
});

export const registrationState: RowState<RegistrationTableRow> = {
  table: registrations,
  keysOf: (event) => [[idOf(event)]],
  evolve: (row, event) => evolveRegistration(row, event),
};

/** Events that leave what the register shows as it was: history keeps no copy for them. */
const UNSEEN: ReadonlySet<string> = new Set<registration.RegistrationEvent['type']>([
  'ProgressRecorded',
  'InspectionRecorded',
  'InterestDeclared',
  'ModelScored',
  'VoteHeld',
  'ModelReplicated',
  'ModelCarriedForward',
  'EntryCorrected',
]);

/** The register of registrations: search, filters, and how it stood on any day. */
export const registerProjection: Projection = {
  name: 'register',
  version: 1,
  categories: ['registration'],
  tables: [registrations, registerHistory],
  apply: async (events, tx) => {
    const steps = await applyRowState(registrationState, events, tx);
    const seen = steps.filter(({ event }) => !UNSEEN.has(event.type)).map(({ after }) => after);
    await insertRows(registerHistory, seen, tx);
  },
};
