import { during, withAuthors, type Entry } from '../during.ts';
import type { RegistrationState } from '../state.ts';

type ImplementationEntry = Entry<
  | 'ImplementationStarted'
  | 'ProgressRecorded'
  | 'InspectionRecorded'
  | 'ModelDiscontinued'
  | 'RecognitionRequested'
  | 'SupplementRequired'
  | 'SupplementProvided'
  | 'DossierLapsed'
>;

/** From the start of the work to a complete dossier. Progress reports the remedy of the last inspection. */
export const evolveImplementing = (state: RegistrationState, event: ImplementationEntry): RegistrationState => {
  switch (event.type) {
    case 'ImplementationStarted':
      return during('StartImplementation', state, ({ core, regulationId, remedyDueOn }) => ({
        status: 'IN_PROGRESS',
        core,
        regulationId,
        startedOn: event.data.startedOn,
        remedyDueOn,
      }));
    case 'ProgressRecorded':
      return during('RecordProgress', state, (at) => ({ ...at, remedyDueOn: undefined }));
    case 'InspectionRecorded':
      return during('RecordInspection', state, (at) => ({ ...at, remedyDueOn: event.data.remedyDueOn }));
    case 'ModelDiscontinued':
      return during('DiscontinueModel', state, ({ core }) => ({ status: 'DISCONTINUED', core }));
    case 'RecognitionRequested':
      return during('RequestRecognition', state, ({ core, regulationId, startedOn }) => ({
        status: 'RECOGNITION_REQUESTED',
        core: withAuthors(core, event.meta),
        regulationId,
        startedOn,
      }));
    case 'SupplementRequired':
      return during('RequireSupplement', state, ({ core, regulationId, startedOn }) => ({
        status: 'SUPPLEMENT_REQUIRED',
        core,
        regulationId,
        startedOn,
        dueOn: event.data.dueOn,
        missing: event.data.missing,
      }));
    case 'SupplementProvided':
      return during('ProvideSupplement', state, ({ core, regulationId, startedOn }) => ({
        status: 'RECOGNITION_REQUESTED',
        core: withAuthors(core, event.meta),
        regulationId,
        startedOn,
      }));
    case 'DossierLapsed':
      return during('LapseDossier', state, ({ core, regulationId, startedOn }) => ({
        status: 'IN_PROGRESS',
        core,
        regulationId,
        startedOn,
        remedyDueOn: undefined,
      }));
  }
};
