import { idOf, type regulation } from '#domain';
import type { RecordedIn } from '#event-store';
import type { RowKey } from '../tables/row-state.ts';
import { begun, done } from './duty.ts';
import type { DutyRow } from './table.ts';

type Event = RecordedIn<'registration'>;
type RegistrationDuty = Exclude<regulation.DutyKind, 'REPORT'>;

interface Effect {
  readonly begins?: RegistrationDuty;
  readonly ends?: readonly RegistrationDuty[];
}

const NOTHING: Effect = {};
const EVERYTHING: Effect = {
  ends: ['REGISTRATION_STEP', 'RETURNED_REGISTRATION', 'DOSSIER_STEP', 'REMEDY', 'SUPPLEMENT', 'APPRAISAL'],
};

/** What begins to be owed with an event, and what is done by it. */
const EFFECTS: Readonly<Record<Event['type'], Effect>> = {
  RegistrationDrafted: { begins: 'REGISTRATION_STEP' },
  RegistrationRevised: NOTHING,
  RegistrationSubmitted: { ends: ['REGISTRATION_STEP', 'RETURNED_REGISTRATION'] },
  RegistrationReturned: { begins: 'RETURNED_REGISTRATION' },
  ModelRegistered: NOTHING,
  RegistrationDeclined: NOTHING,
  RegistrationWithdrawn: EVERYTHING,
  ImplementationStarted: { begins: 'DOSSIER_STEP' },
  ProgressRecorded: { ends: ['REMEDY'] },
  InspectionRecorded: { begins: 'REMEDY', ends: ['REMEDY'] },
  ModelDiscontinued: EVERYTHING,
  RecognitionRequested: { ends: ['DOSSIER_STEP', 'REMEDY'] },
  SupplementRequired: { begins: 'SUPPLEMENT' },
  SupplementProvided: { ends: ['SUPPLEMENT'] },
  DossierLapsed: { begins: 'DOSSIER_STEP', ends: ['SUPPLEMENT'] },
  AppraisalOpened: { begins: 'APPRAISAL' },
  AppraisalReopened: NOTHING,
  InterestDeclared: NOTHING,
  ModelScored: NOTHING,
  ModelAppraised: { ends: ['APPRAISAL'] },
  VoteHeld: NOTHING,
  ModelRecognized: NOTHING,
  RecognitionRefused: NOTHING,
  RecognitionRevoked: NOTHING,
  ModelMarkedTypical: NOTHING,
  ModelReplicated: NOTHING,
  ModelCarriedForward: NOTHING,
  EntryCorrected: NOTHING,
};

/** The duties of the registration that an event can begin or end. */
export const registrationDutyKeys = (event: RecordedIn<'registration'>): RowKey[] => {
  const { begins, ends = [] } = EFFECTS[event.type];
  return [...new Set([...(begins ? [begins] : []), ...ends])].map((kind) => [idOf(event.stream), kind]);
};

/** One duty of a registration after an event that begins or ends it. */
export const evolveRegistrationDuty = (
  row: DutyRow | undefined,
  event: RecordedIn<'registration'>,
  kind: RegistrationDuty,
): DutyRow | undefined => {
  const dueOn = EFFECTS[event.type].begins === kind ? dueOf(event) : undefined;
  if (dueOn === undefined) return done(row);
  const unitId = event.type === 'AppraisalOpened' ? event.meta.actor.unitId : null;
  return begun(row, event, [idOf(event.stream), kind], { dueOn, unitId, regulationId: null, report: null });
};

/** The day the event sets; null where the cycle sets it, undefined where none is set and nothing is owed. */
const dueOf = (event: Event): string | null | undefined => {
  switch (event.type) {
    case 'RegistrationReturned':
    case 'SupplementRequired':
    case 'AppraisalOpened':
      return event.data.dueOn;
    case 'InspectionRecorded':
      return event.data.remedyDueOn;
    default:
      return null;
  }
};
