import { withAuthors, type Moves } from '../moves.ts';

/** From the start of the work to a complete dossier. Progress reports the remedy of the last inspection. */
export const implementing = {
  ImplementationStarted: ({ core, regulationId, remedyDueOn }, { data: { startedOn } }) => ({
    ...{ core, regulationId, startedOn, remedyDueOn },
  }),
  ProgressRecorded: (at) => ({ ...at, remedyDueOn: undefined }),
  InspectionRecorded: (at, { data: { remedyDueOn } }) => ({ ...at, remedyDueOn }),
  ModelDiscontinued: ({ core }) => ({ core }),
  RecognitionRequested: ({ core, regulationId, startedOn }, { meta }) => ({
    ...{ core: withAuthors(core, meta), regulationId, startedOn },
  }),
  SupplementRequired: (at, { data: { dueOn, missing } }) => ({ ...at, dueOn, missing }),
  SupplementProvided: ({ core, regulationId, startedOn }, { meta }) => ({
    ...{ core: withAuthors(core, meta), regulationId, startedOn },
  }),
  DossierLapsed: ({ core, regulationId, startedOn }) => ({ core, regulationId, startedOn, remedyDueOn: undefined }),
} satisfies Partial<Moves>;
