import { type registration } from '#domain';
import type { Projection } from '../projection.port.ts';
import { applyRowState, stampOf, type RowState } from '../tables/row-state.ts';
import { insertRows } from '../tables/write.ts';
import { evolveLine } from './line.ts';
import { registerHistory, registrations, type RegistrationTableRow } from './table.ts';

export const registrationState: RowState<RegistrationTableRow, 'registration'> = {
  table: registrations,
  categories: ['registration'],
  evolve: (row, event) => {
    const line = evolveLine(row, event);
    if (line === undefined) return undefined;
    const stamp = stampOf(event);
    // A correction bears the day of its document; the line is not set back to it.
    const effectiveOn = row !== undefined && row.effectiveOn > stamp.effectiveOn ? row.effectiveOn : stamp.effectiveOn;
    return { ...line, ...stamp, effectiveOn };
  },
};

/** Events that leave what the register shows as it was, unless they move a due day: history keeps no copy for them. */
const UNSEEN: ReadonlySet<string> = new Set<registration.RegistrationEvent['type']>([
  'ProgressRecorded',
  'InspectionRecorded',
  'InterestDeclared',
  'AppraiserRemoved',
  'ModelScored',
  'VoteHeld',
  'ModelReplicated',
  'ModelCarriedForward',
  'CorrectionRequested',
  'CorrectionDeclined',
]);

/** The register of registrations: search, filters, and how it stood on any day. */
export const registerProjection: Projection<'registration'> = {
  name: 'register',
  version: 9,
  categories: ['registration'],
  tables: [registrations, registerHistory],
  apply: async (events, tx) => {
    const steps = await applyRowState(registrationState, events, tx);
    const seen = steps.filter(({ event, before, after }) => !UNSEEN.has(event.type) || before?.dueOn !== after.dueOn);
    await insertRows(
      registerHistory,
      seen.map(({ after }) => after),
      tx,
    );
  },
};
