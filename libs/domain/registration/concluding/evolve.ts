import { during, union, type Entry } from '../during.ts';
import type { RegistrationState } from '../state.ts';

type OutcomeEntry = Entry<
  | 'ModelRecognized'
  | 'RecognitionRefused'
  | 'RecognitionRevoked'
  | 'ModelMarkedTypical'
  | 'ModelReplicated'
  | 'ModelCarriedForward'
  | 'EntryCorrected'
>;

/** What decisions made of it, and what came afterwards. */
export const evolveOutcome = (state: RegistrationState, event: OutcomeEntry): RegistrationState => {
  switch (event.type) {
    case 'ModelRecognized':
      return during('RecognizeByDecision', state, ({ core, regulationId }) => ({
        status: 'RECOGNIZED',
        core,
        regulationId,
        decisionId: event.data.decisionId,
        typical: false,
        replications: [],
      }));
    case 'RecognitionRefused':
      return during('RefuseByDecision', state, ({ core, regulationId, appraisal }) => ({
        status: 'NOT_RECOGNIZED',
        core,
        regulationId,
        appraisal,
      }));
    case 'RecognitionRevoked':
      return during('RevokeByDecision', state, ({ core, regulationId, decisionId }) => ({
        status: 'REVOKED',
        core,
        regulationId,
        decisionId,
        revokedBy: event.data.decisionId,
      }));
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
