import { fold, registration, type Moving } from '#domain';
import type { RecordedIn } from '#event-store';
import { lowered, searchVector } from '../tables/search.ts';
import type { RegistrationTableRow } from './table.ts';

type Row = RegistrationTableRow;
type Event = RecordedIn<'registration'>;
type Moved = Extract<Event, { readonly type: Moving<typeof registration.statusAfter> }>;
type Drafted = Extract<Event, { type: 'RegistrationDrafted' }>;

/** The register's line after an event, but for its envelope; undefined before the draft. */
export const evolveLine = (row: Row | undefined, event: Event): Row | undefined => {
  if (event.type === 'RegistrationDrafted') return draft(event);
  return row && move(row, event);
};

const draft = ({ data, meta, revision, position }: Drafted): Row => ({
  id: data.registrationId,
  modelId: data.modelId,
  cycleId: data.cycleId,
  unitId: data.unitId,
  ...shown(data.form),
  status: 'DRAFT',
  originKind: data.origin.kind,
  originId: data.origin.kind === 'NEW' ? null : data.origin.registrationId,
  importKey: data.importKey ?? null,
  regulationId: null,
  submittedOn: null,
  registeredOn: null,
  decidedOn: null,
  decisionId: null,
  documentNumber: null,
  typical: false,
  dueOn: null,
  statusSince: meta.effectiveOn,
  returns: 0,
  revision,
  position,
  effectiveOn: meta.effectiveOn,
  recordedAt: meta.recordedAt,
});

type Shown = Pick<registration.RegistrationForm, 'name' | 'subjectType' | 'field' | 'programmeTags'>;

const shown = ({ name, subjectType, field, programmeTags }: Shown) => ({
  name,
  subjectType,
  field,
  programmeTags,
  folded: fold(name),
  lowered: lowered(name),
  words: searchVector(name),
});

/** A new status begins its own wait. */
const to = (row: Row, event: Moved, dueOn: string | null = null): Row => ({
  ...row,
  status: registration.statusAfter[event.type],
  statusSince: event.meta.effectiveOn,
  dueOn,
});

/** From the draft to the work itself; the rest is about recognition. */
const move = (row: Row, event: Exclude<Event, Drafted>): Row => {
  switch (event.type) {
    case 'RegistrationRevised':
      return { ...row, ...shown(event.data.form) };
    case 'RegistrationSubmitted':
      return { ...to(row, event), submittedOn: event.meta.effectiveOn };
    case 'RegistrationReturned':
      return { ...to(row, event, event.data.dueOn), returns: event.data.count };
    case 'ModelRegistered':
      return {
        ...to(row, event),
        ...shown(event.data),
        regulationId: event.data.regulationId,
        registeredOn: event.meta.effectiveOn,
      };
    case 'RegistrationDeclined':
    case 'ImplementationStarted':
    case 'RegistrationWithdrawn':
    case 'ModelDiscontinued':
      return to(row, event);
    case 'ProgressRecorded':
    case 'InspectionRecorded':
    case 'ModelReplicated':
    case 'ModelCarriedForward':
    case 'EntryCorrected':
      return row;
    default:
      return moveThroughRecognition(row, event);
  }
};

type Recognition = Extract<
  Event,
  {
    type:
      | 'RecognitionRequested'
      | 'SupplementProvided'
      | 'SupplementRequired'
      | 'DossierLapsed'
      | 'AppraisalOpened'
      | 'AppraisalReopened'
      | 'InterestDeclared'
      | 'ModelScored'
      | 'ModelAppraised'
      | 'VoteHeld'
      | 'ModelRecognized'
      | 'RecognitionRefused'
      | 'RecognitionRevoked'
      | 'ModelMarkedTypical';
  }
>;

/** From the request for recognition to the decision and after. */
const moveThroughRecognition = (row: Row, event: Recognition): Row => {
  switch (event.type) {
    case 'RecognitionRequested':
    case 'SupplementProvided':
      return to(row, event);
    case 'SupplementRequired':
      return to(row, event, event.data.dueOn);
    case 'DossierLapsed':
      return to(row, event);
    case 'AppraisalOpened':
      return to(row, event, event.data.dueOn);
    case 'AppraisalReopened':
    case 'ModelAppraised':
      return to(row, event);
    case 'ModelRecognized':
      return decided(row, event);
    case 'RecognitionRefused':
      return decided(row, event);
    case 'RecognitionRevoked':
      return decided(row, event);
    case 'ModelMarkedTypical':
      return { ...row, typical: true };
    case 'InterestDeclared':
    case 'ModelScored':
    case 'VoteHeld':
      return row;
  }
};

type Decided = Extract<Event, { type: 'ModelRecognized' | 'RecognitionRefused' | 'RecognitionRevoked' }>;

const decided = (row: Row, event: Decided): Row => ({
  ...to(row, event),
  decidedOn: event.data.decidedOn,
  decisionId: event.data.decisionId,
  documentNumber: event.data.documentNumber,
});
