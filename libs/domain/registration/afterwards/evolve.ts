import { during, union, type Entry } from '../during.ts';
import type { RegistrationState } from '../state.ts';

type AfterwardsEntry = Entry<'ModelMarkedTypical' | 'ModelReplicated' | 'ModelCarriedForward' | 'EntryCorrected'>;

/** What came after the register took it in, or after it was recognized. */
export const evolveAfterwards = (state: RegistrationState, event: AfterwardsEntry): RegistrationState => {
  switch (event.type) {
    case 'ModelMarkedTypical':
      return during('MarkTypical', state, (at) => ({ ...at, typical: true }));
    case 'ModelReplicated':
      return during('ReplicateModel', state, (at) => ({
        ...at,
        replications: [...at.replications, { unitId: event.data.adoptingUnitId, cycleId: event.data.cycleId }],
      }));
    case 'ModelCarriedForward':
      return during('CarryForward', state, (at) => ({
        ...at,
        core: { ...at.core, carriedTo: union(at.core.carriedTo, [event.data.cycleId]) },
      }));
    case 'EntryCorrected':
      return during('CorrectEntry', state, (at) => ({
        ...at,
        core: { ...at.core, corrections: [...at.core.corrections, correctionOf(event)] },
      }));
  }
};

const correctionOf = ({ data }: Entry<'EntryCorrected'>) => ({
  entryRevision: data.entryRevision,
  field: data.field,
  oldValue: data.oldValue,
  newValue: data.newValue,
  document: data.document,
});
