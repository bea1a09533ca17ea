import { during, type Entry } from '../during.ts';
import type { RegistrationState } from '../state.ts';

type ConcludingEntry = Entry<'ModelRecognized' | 'RecognitionRefused' | 'RecognitionRevoked'>;

/** What decisions made of it. */
export const evolveConcluding = (state: RegistrationState, event: ConcludingEntry): RegistrationState => {
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
  }
};
