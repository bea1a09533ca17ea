import { idOf, type registration } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import type { RowState } from '../tables/row-state.ts';
import { applyRowState } from '../tables/row-state.ts';
import { insertRows } from '../tables/write.ts';
import { evolveLine } from './line.ts';
import { registerHistory, registrations } from './table.ts';
import type { RegistrationTableRow } from './table.ts';

/** The line of the register after an event of its registration. */
const evolveRegistration = (
  row: RegistrationTableRow | undefined,
  event: RecordedIn<'registration'>,
): RegistrationTableRow | undefined => {
  const line = evolveLine(row, event);
  return line && { ...line, ...stamp(event) };
};

const stamp = (event: RecordedIn<'registration'>) => ({
  revision: event.revision,
  position: event.position,
  effectiveOn: event.meta.effectiveOn,
  recordedAt: event.meta.recordedAt,
});

export const registrationState: RowState<RegistrationTableRow, 'registration'> = {
  table: registrations,
  categories: ['registration'],
  keysOf: (event) => [[idOf(event.stream)]],
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
export const registerProjection: Projection<'registration'> = {
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
