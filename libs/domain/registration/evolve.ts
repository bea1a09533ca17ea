import type { Recorded } from '../kernel/index.ts';
import type { RegistrationEvent } from './events.ts';
import { evolveAppraising } from './appraising/evolve.ts';
import { evolveImplementing } from './implementing/evolve.ts';
import { evolveAfterwards } from './afterwards/evolve.ts';
import { evolveConcluding } from './concluding/evolve.ts';
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
      return evolveImplementing(state, event);
    case 'AppraisalOpened':
    case 'InterestDeclared':
    case 'ModelScored':
    case 'ModelAppraised':
    case 'VoteHeld':
    case 'AppraisalReopened':
      return evolveAppraising(state, event);
    case 'ModelRecognized':
    case 'RecognitionRefused':
    case 'RecognitionRevoked':
      return evolveConcluding(state, event);
    case 'ModelMarkedTypical':
    case 'ModelReplicated':
    case 'ModelCarriedForward':
    case 'EntryCorrected':
      return evolveAfterwards(state, event);
  }
};
