import type { Recorded } from '../kernel/index.ts';
import type { RegistrationEvent } from './events.ts';
import { evolveAppraisal } from './appraising/evolve.ts';
import { evolveImplementation } from './implementing/evolve.ts';
import { evolveOutcome } from './concluding/evolve.ts';
import { evolveRegistering } from './registering/evolve.ts';
import type { RegistrationState } from './state.ts';

/**
 * How each event moves a registration. Never fails: an event the workflow does not allow in this status is counted as
 * an entry of the stream and moves nothing.
 */
export const evolve = (state: RegistrationState, event: Recorded<RegistrationEvent>): RegistrationState => {
  const next = moved(state, event);
  return next.status === 'NONE' ? next : { ...next, core: { ...next.core, entries: next.core.entries + 1 } };
};

const moved = (state: RegistrationState, event: Recorded<RegistrationEvent>): RegistrationState => {
  switch (event.type) {
    case 'RegistrationDrafted':
    case 'RegistrationRevised':
    case 'RegistrationSubmitted':
    case 'RegistrationReturned':
    case 'ModelRegistered':
    case 'RegistrationDeclined':
    case 'RegistrationWithdrawn':
      return evolveRegistering(state, event);
    case 'ImplementationStarted':
    case 'ProgressRecorded':
    case 'InspectionRecorded':
    case 'ModelDiscontinued':
    case 'RecognitionRequested':
    case 'SupplementRequired':
    case 'SupplementProvided':
    case 'DossierLapsed':
      return evolveImplementation(state, event);
    case 'AppraisalOpened':
    case 'InterestDeclared':
    case 'ModelScored':
    case 'ModelAppraised':
    case 'VoteHeld':
    case 'AppraisalReopened':
      return evolveAppraisal(state, event);
    case 'ModelRecognized':
    case 'RecognitionRefused':
    case 'RecognitionRevoked':
    case 'ModelMarkedTypical':
    case 'ModelReplicated':
    case 'ModelCarriedForward':
    case 'EntryCorrected':
      return evolveOutcome(state, event);
  }
};
