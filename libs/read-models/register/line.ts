import { registration, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Stamp } from '../tables/row-state.ts';
import { lowered, searchVector } from '../tables/search.ts';
import type { RegistrationTableRow } from './table.ts';

type Line = Omit<RegistrationTableRow, keyof Stamp>;
type Event = RecordedIn<'registration'>;
type Drafted = Extract<Event, { type: 'RegistrationDrafted' }>;

/** The register's line after an event, but for its envelope; undefined before the draft. */
export const evolveLine = (row: Line | undefined, event: Event): Line | undefined => {
  if (event.type === 'RegistrationDrafted') return draft(event);
  return row && told(entered(row, event), event);
};

const draft = ({ data, meta }: Drafted): Line => ({
  id: data.registrationId,
  modelId: data.modelId,
  cycleId: data.cycleId,
  unitId: data.unitId,
  ...shown(data.form),
  status: registration.statusAfter.RegistrationDrafted,
  originKind: data.origin.kind,
  originId: data.origin.kind === 'NEW' ? null : data.origin.registrationId,
  regulationId: null,
  submittedOn: null,
  registeredOn: null,
  decidedOn: null,
  decisionId: null,
  documentNumber: null,
  typical: false,
  corrected: [],
  sourceRevoked: null,
  dueOn: null,
  statusSince: meta.effectiveOn,
  returns: 0,
});

type Shown = Pick<registration.RegistrationForm, 'name' | 'subjectType' | 'field' | 'programmeTags'>;

const shown = ({ name, subjectType, field, programmeTags }: Shown) => ({
  name,
  subjectType,
  field,
  programmeTags,
  lowered: lowered(name),
  words: searchVector(name),
});

/** A new status begins its own wait; a remedy is asked for, and reported, within one. */
const entered = (row: Line, event: Event): Line => {
  const status = registration.statusAfter[event.type];
  const dueOn = registration.dueOnAfter(event, row.dueOn ?? undefined) ?? null;
  if (status === 'same') return dueOn === row.dueOn ? row : { ...row, dueOn };
  const sourceRevoked = row.sourceRevoked && (registration.mayStillFall(status) ? row.sourceRevoked : 'SETTLED');
  return { ...row, status, statusSince: event.meta.effectiveOn, dueOn, sourceRevoked };
};

/** What the line tells besides its status. */
const told = (row: Line, event: Event): Line => {
  switch (event.type) {
    case 'RegistrationRevised':
      return { ...row, ...shown(event.data.form), corrected: [] };
    case 'RegistrationSubmitted':
      return { ...row, submittedOn: event.meta.effectiveOn };
    case 'RegistrationReturned':
      return { ...row, returns: event.data.count };
    case 'ModelRegistered': {
      const { regulationId } = event.data;
      return { ...row, ...shown(event.data), regulationId, registeredOn: event.meta.effectiveOn };
    }
    case 'ModelRecognized':
    case 'RecognitionRefused':
    case 'RecognitionRevoked': {
      const { decidedOn, decisionId, documentNumber } = event.data;
      return { ...row, decidedOn, decisionId, documentNumber };
    }
    case 'EntryCorrected':
      return corrected(row, event.data);
    case 'SourceRevoked':
      return { ...row, sourceRevoked: 'PENDING' };
    case 'RevokedSourceSettled':
      return { ...row, sourceRevoked: 'SETTLED' };
    case 'ModelMarkedTypical':
      return { ...row, typical: true };
    default:
      return row;
  }
};

/** The corrected value is shown from here on; what it said first stays beside it, however often it is corrected. */
const corrected = (
  row: Line,
  { correctionId, field, oldValue, newValue, document }: DataOf<'EntryCorrected'>,
): Line => {
  if (correctionId === undefined) return row;
  const { name, subjectType, programmeTags } = row;
  const now = { name, subjectType, programmeTags, field: row.field, ...(isShown(field) ? { [field]: newValue } : {}) };
  const first = row.corrected.find((each) => each.field === field)?.first ?? oldValue;
  const others = row.corrected.filter((each) => each.field !== field);
  return { ...row, ...shown(now), corrected: [...others, { field, first, on: document.issuedOn }] };
};

const isShown = (field: string): boolean => field === 'name' || field === 'field';
