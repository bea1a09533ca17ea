import { awaitedOf, DRAFTING, type Awaited, type LocalDate, type Waits } from '../kernel/index.ts';
import type { CycleStep } from '../regulation/cycle/events.ts';
import type { DutyKind } from '../regulation/events.ts';
import type { AtWork } from './appraising/at-work.ts';
import type { RegistrationEvent } from './events.ts';
import { rights } from './rights.ts';
import type { RegistrationState } from './state.ts';
import type { Status } from './status.ts';
import type { transitions } from './transitions.ts';

/** What a registration may owe. */
export type RegistrationDuty = Exclude<DutyKind, 'REPORT'>;

/** By when: a day that was set, or the deadline of the cycle for a step, to whatever day it is moved. */
export type DueBy = { readonly on: LocalDate } | { readonly deadline: CycleStep };

/** By when a registration owes something of the kind; undefined when it owes nothing of it. */
export const dueBy = (state: RegistrationState, kind: RegistrationDuty): DueBy | undefined => {
  switch (kind) {
    case 'REGISTRATION_STEP':
      return state.status === 'DRAFT' ? { deadline: 'REGISTRATION' } : undefined;
    case 'RETURNED_REGISTRATION':
      return state.status === 'RETURNED' ? { on: state.dueOn } : undefined;
    case 'DOSSIER_STEP':
      return state.status === 'IN_PROGRESS' ? { deadline: 'DOSSIER' } : undefined;
    case 'REMEDY':
      return state.status === 'REGISTERED' || state.status === 'IN_PROGRESS' ? onDay(state.remedyDueOn) : undefined;
    case 'SUPPLEMENT':
      return state.status === 'SUPPLEMENT_REQUIRED' ? { on: state.dueOn } : undefined;
    case 'APPRAISAL':
      return state.status === 'UNDER_APPRAISAL' ? { on: state.appraisal.dueOn } : undefined;
  }
};

const onDay = (day: LocalDate | undefined): DueBy | undefined => (day === undefined ? undefined : { on: day });

interface Effect {
  readonly begins?: RegistrationDuty;
  readonly ends?: readonly RegistrationDuty[];
}

const NOTHING: Effect = {};
const EVERYTHING: Effect = {
  ends: ['REGISTRATION_STEP', 'RETURNED_REGISTRATION', 'DOSSIER_STEP', 'REMEDY', 'SUPPLEMENT', 'APPRAISAL'],
};

const EFFECTS: Readonly<Record<RegistrationEvent['type'], Effect>> = {
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

/** The duties an event begins or ends. */
export const dutiesChangedBy = (event: Pick<RegistrationEvent, 'type'>): readonly RegistrationDuty[] => {
  const { begins, ends = [] } = EFFECTS[event.type];
  return [...new Set([...(begins === undefined ? [] : [begins]), ...ends])];
};

/** By when something of the kind is owed from the event on; undefined when the event begins nothing of it. */
export const dutyBegunBy = (event: RegistrationEvent, kind: RegistrationDuty): DueBy | undefined => {
  if (EFFECTS[event.type].begins !== kind) return undefined;
  if (kind === 'REGISTRATION_STEP') return { deadline: 'REGISTRATION' };
  if (kind === 'DOSSIER_STEP') return { deadline: 'DOSSIER' };
  if (event.type === 'InspectionRecorded') return onDay(event.data.remedyDueOn);
  return onDay('dueOn' in event.data ? event.data.dueOn : undefined);
};

/** The day an event sets for what it begins; undefined where it sets none, or where a deadline of the cycle counts. */
export const dueOnAfter = (event: RegistrationEvent): LocalDate | undefined => {
  const { begins } = EFFECTS[event.type];
  const due = begins && dutyBegunBy(event, begins);
  return due && 'on' in due ? due.on : undefined;
};

const WAITS = {
  DRAFT: ['SubmitRegistration', 'ReviseRegistration'],
  SUBMITTED: ['AcceptRegistration'],
  RETURNED: ['ReviseRegistration', 'SubmitRegistration'],
  DECLINED: [],
  REGISTERED: ['StartImplementation'],
  IN_PROGRESS: ['RecordProgress', 'RequestRecognition'],
  RECOGNITION_REQUESTED: ['OpenAppraisal'],
  SUPPLEMENT_REQUIRED: ['ProvideSupplement'],
  UNDER_APPRAISAL: ['DeclareInterest', 'ScoreModel', 'ConcludeAppraisal'],
  APPRAISED: ['DraftDecision'],
  RECOGNIZED: [],
  NOT_RECOGNIZED: [],
  WITHDRAWN: [],
  DISCONTINUED: [],
  REVOKED: [],
} as const satisfies Waits<typeof transitions, Exclude<Status, 'NONE'>>;

/** A command a registration may wait for. */
export type AwaitedCommand = (typeof WAITS)[keyof typeof WAITS][number];

/** What a registration waits for in a status. Under appraisal each member declares, then scores; then it is concluded. */
export const awaitedIn = (status: keyof typeof WAITS, team: readonly AtWork[]): readonly Awaited<AwaitedCommand>[] =>
  status === 'UNDER_APPRAISAL' ? awaitedOfTeam(team) : ofAll(WAITS[status]);

const awaitedOfTeam = (team: readonly AtWork[]): readonly Awaited<AwaitedCommand>[] => {
  const open = team.filter(({ scored }) => !scored);
  if (open.length === 0) return ofAll(['ConcludeAppraisal']);
  return open.flatMap(({ personId, declared }) =>
    ofAll([declared ? 'ScoreModel' : 'DeclareInterest']).map((act) => ({ ...act, personId })),
  );
};

const ofAll = (commands: readonly AwaitedCommand[]): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf(commands, { ...rights, ...DRAFTING });
