import type { registration } from '#domain';
import type { RecordedIn } from '#event-store';
import { lowered, searchVector } from '../tables/search.ts';
import { fold } from '#domain';
import type { RegistrationStatus, RegistrationTableRow } from './table.ts';

type Row = RegistrationTableRow;
type Event = RecordedIn<'registration'>;
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
const to = (row: Row, event: Event, status: RegistrationStatus, dueOn: string | null = null): Row => ({
  ...row,
  status,
  statusSince: event.meta.effectiveOn,
  dueOn,
});

/** From the draft to the work itself; the rest is about recognition. */
const move = (row: Row, event: Exclude<Event, Drafted>): Row => {
  switch (event.type) {
    case 'RegistrationRevised':
      return { ...row, ...shown(event.data.form) };
    case 'RegistrationSubmitted':
      return { ...to(row, event, 'SUBMITTED'), submittedOn: event.meta.effectiveOn };
    case 'RegistrationReturned':
      return { ...to(row, event, 'RETURNED', event.data.dueOn), returns: event.data.count };
    case 'ModelRegistered':
      return {
        ...to(row, event, 'REGISTERED'),
        ...shown(event.data),
        regulationId: event.data.regulationId,
        registeredOn: event.meta.effectiveOn,
      };
    case 'RegistrationDeclined':
      return to(row, event, 'DECLINED');
    case 'ImplementationStarted':
      return to(row, event, 'IN_PROGRESS');
    case 'RegistrationWithdrawn':
      return to(row, event, 'WITHDRAWN');
    case 'ModelDiscontinued':
      return to(row, event, 'DISCONTINUED');
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
      return to(row, event, 'RECOGNITION_REQUESTED');
    case 'SupplementRequired':
      return to(row, event, 'SUPPLEMENT_REQUIRED', event.data.dueOn);
    case 'DossierLapsed':
      return to(row, event, 'IN_PROGRESS');
    case 'AppraisalOpened':
      return to(row, event, 'UNDER_APPRAISAL', event.data.dueOn);
    case 'AppraisalReopened':
      return to(row, event, 'UNDER_APPRAISAL');
    case 'ModelAppraised':
      return to(row, event, 'APPRAISED');
    case 'ModelRecognized':
      return decided(row, event, 'RECOGNIZED');
    case 'RecognitionRefused':
      return decided(row, event, 'NOT_RECOGNIZED');
    case 'RecognitionRevoked':
      return decided(row, event, 'REVOKED');
    case 'ModelMarkedTypical':
      return { ...row, typical: true };
    case 'InterestDeclared':
    case 'ModelScored':
    case 'VoteHeld':
      return row;
  }
};

type Decided = Extract<Event, { type: 'ModelRecognized' | 'RecognitionRefused' | 'RecognitionRevoked' }>;

const decided = (row: Row, event: Decided, status: RegistrationStatus): Row => ({
  ...to(row, event, status),
  decidedOn: event.data.decidedOn,
  decisionId: event.data.decisionId,
  documentNumber: event.data.documentNumber,
});
