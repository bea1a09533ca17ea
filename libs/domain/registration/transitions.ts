import type { CommandType } from './commands.ts';
import type { RegistrationEvent } from './events.ts';
import { STATUSES, type Status } from './status.ts';

/** One row of the workflow: what the command records, where it is allowed, and where it leads. */
export interface Transition {
  readonly command: CommandType;
  readonly event: RegistrationEvent['type'];
  readonly from: readonly Status[];
  /** `same`: the status stays. */
  readonly to: Status | 'same';
}

const BEFORE_DECISION = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'REGISTERED',
  'IN_PROGRESS',
  'RECOGNITION_REQUESTED',
  'SUPPLEMENT_REQUIRED',
  'UNDER_APPRAISAL',
  'APPRAISED',
] as const;

const ANY = [
  ...BEFORE_DECISION,
  'DECLINED',
  'RECOGNIZED',
  'NOT_RECOGNIZED',
  'WITHDRAWN',
  'DISCONTINUED',
  'REVOKED',
] as const;

/** The workflow as data: decisions, evolution and the state diagram all read this table. */
export const table = {
  DraftRegistration: { event: 'RegistrationDrafted', from: ['NONE'], to: 'DRAFT' },
  ReviseRegistration: { event: 'RegistrationRevised', from: ['DRAFT', 'RETURNED'], to: 'same' },
  SubmitRegistration: { event: 'RegistrationSubmitted', from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
  ReturnRegistration: { event: 'RegistrationReturned', from: ['SUBMITTED'], to: 'RETURNED' },
  AcceptRegistration: { event: 'ModelRegistered', from: ['SUBMITTED'], to: 'REGISTERED' },
  DeclineRegistration: { event: 'RegistrationDeclined', from: ['SUBMITTED'], to: 'DECLINED' },
  StartImplementation: { event: 'ImplementationStarted', from: ['REGISTERED'], to: 'IN_PROGRESS' },
  RecordProgress: { event: 'ProgressRecorded', from: ['IN_PROGRESS'], to: 'same' },
  RecordInspection: { event: 'InspectionRecorded', from: ['REGISTERED', 'IN_PROGRESS'], to: 'same' },
  WithdrawRegistration: { event: 'RegistrationWithdrawn', from: BEFORE_DECISION, to: 'WITHDRAWN' },
  DiscontinueModel: { event: 'ModelDiscontinued', from: ['REGISTERED', 'IN_PROGRESS'], to: 'DISCONTINUED' },
  RequestRecognition: { event: 'RecognitionRequested', from: ['IN_PROGRESS'], to: 'RECOGNITION_REQUESTED' },
  RequireSupplement: { event: 'SupplementRequired', from: ['RECOGNITION_REQUESTED'], to: 'SUPPLEMENT_REQUIRED' },
  ProvideSupplement: { event: 'SupplementProvided', from: ['SUPPLEMENT_REQUIRED'], to: 'RECOGNITION_REQUESTED' },
  LapseDossier: { event: 'DossierLapsed', from: ['SUPPLEMENT_REQUIRED'], to: 'IN_PROGRESS' },
  OpenAppraisal: {
    event: 'AppraisalOpened',
    from: ['RECOGNITION_REQUESTED', 'UNDER_APPRAISAL'],
    to: 'UNDER_APPRAISAL',
  },
  DeclareInterest: { event: 'InterestDeclared', from: ['UNDER_APPRAISAL'], to: 'same' },
  ScoreModel: { event: 'ModelScored', from: ['UNDER_APPRAISAL'], to: 'same' },
  ConcludeAppraisal: { event: 'ModelAppraised', from: ['UNDER_APPRAISAL'], to: 'APPRAISED' },
  RecordVote: { event: 'VoteHeld', from: ['APPRAISED'], to: 'same' },
  RecognizeByDecision: { event: 'ModelRecognized', from: ['APPRAISED'], to: 'RECOGNIZED' },
  RefuseByDecision: { event: 'RecognitionRefused', from: ['APPRAISED'], to: 'NOT_RECOGNIZED' },
  RevokeByDecision: { event: 'RecognitionRevoked', from: ['RECOGNIZED'], to: 'REVOKED' },
  ReopenAppraisal: { event: 'AppraisalReopened', from: ['NOT_RECOGNIZED'], to: 'UNDER_APPRAISAL' },
  MarkTypical: { event: 'ModelMarkedTypical', from: ['RECOGNIZED'], to: 'same' },
  ReplicateModel: { event: 'ModelReplicated', from: ['RECOGNIZED'], to: 'same' },
  CarryForward: { event: 'ModelCarriedForward', from: ['REGISTERED', 'IN_PROGRESS', 'RECOGNIZED'], to: 'same' },
  CorrectEntry: { event: 'EntryCorrected', from: ANY, to: 'same' },
} as const satisfies Record<CommandType, Omit<Transition, 'command'>>;

/** The table as rows, for the state diagram. */
export const transitions: readonly Transition[] = (Object.keys(table) as CommandType[]).map((command) => ({
  command,
  ...table[command],
}));

/** The statuses in which a command is allowed. */
export type StatusFor<Type extends CommandType> = (typeof table)[Type]['from'][number];

/** Statuses that nothing leaves. */
export const finalStatuses: readonly Status[] = STATUSES.filter(
  (status) => !transitions.some(({ from, to }) => from.includes(status) && to !== 'same'),
);
