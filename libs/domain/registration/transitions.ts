import { statusesAfter, wrongStatusIn, type Transitions } from '../kernel/index.ts';
import type { RegistrationCommand } from './commands.ts';
import type { RegistrationEvent } from './events.ts';
import type { Status } from './status.ts';

const UNDER_WAY = [
  'REGISTERED',
  'IN_PROGRESS',
  'RECOGNITION_REQUESTED',
  'SUPPLEMENT_REQUIRED',
  'UNDER_APPRAISAL',
  'APPRAISED',
] as const;

const OVER = ['DECLINED', 'RECOGNIZED', 'NOT_RECOGNIZED', 'WITHDRAWN', 'DISCONTINUED', 'REVOKED'] as const;

/** Where a registration is until somebody decides on it: its outcome is open. */
export const BEFORE_DECISION = ['DRAFT', 'SUBMITTED', 'RETURNED', ...UNDER_WAY] as const;

const ANY = [...BEFORE_DECISION, ...OVER] as const;

/** A draft is revised; what was handed in is corrected. */
const HANDED_IN = ['SUBMITTED', ...UNDER_WAY, ...OVER] as const;

/** What can still be stopped, taken back, or taken up again. */
const STANDING = [...BEFORE_DECISION, 'RECOGNIZED', 'NOT_RECOGNIZED'] as const;

/** Decisions, evolution, read models and the state diagram all read this table. */
export const transitions = {
  DraftRegistration: { from: ['NONE'], events: { RegistrationDrafted: 'DRAFT' } },
  ReviseRegistration: { from: ['DRAFT', 'RETURNED'], events: { RegistrationRevised: 'same' } },
  SubmitRegistration: { from: ['DRAFT', 'RETURNED'], events: { RegistrationSubmitted: 'SUBMITTED' } },
  ReturnRegistration: { from: ['SUBMITTED'], events: { RegistrationReturned: 'RETURNED' } },
  AcceptRegistration: { from: ['SUBMITTED'], events: { ModelRegistered: 'REGISTERED' } },
  DeclineRegistration: { from: ['SUBMITTED'], events: { RegistrationDeclined: 'DECLINED' } },
  StartImplementation: { from: ['REGISTERED'], events: { ImplementationStarted: 'IN_PROGRESS' } },
  RecordProgress: { from: ['IN_PROGRESS'], events: { ProgressRecorded: 'same' } },
  RecordInspection: { from: ['REGISTERED', 'IN_PROGRESS'], events: { InspectionRecorded: 'same' } },
  WithdrawRegistration: { from: BEFORE_DECISION, events: { RegistrationWithdrawn: 'WITHDRAWN' } },
  DiscontinueModel: { from: ['REGISTERED', 'IN_PROGRESS'], events: { ModelDiscontinued: 'DISCONTINUED' } },
  RequestRecognition: { from: ['IN_PROGRESS'], events: { RecognitionRequested: 'RECOGNITION_REQUESTED' } },
  RequireSupplement: { from: ['RECOGNITION_REQUESTED'], events: { SupplementRequired: 'SUPPLEMENT_REQUIRED' } },
  ProvideSupplement: { from: ['SUPPLEMENT_REQUIRED'], events: { SupplementProvided: 'RECOGNITION_REQUESTED' } },
  LapseDossier: { from: ['SUPPLEMENT_REQUIRED'], events: { DossierLapsed: 'IN_PROGRESS' } },
  OpenAppraisal: {
    from: ['RECOGNITION_REQUESTED', 'UNDER_APPRAISAL'],
    events: { AppraisalOpened: 'UNDER_APPRAISAL' },
  },
  DeclareInterest: { from: ['UNDER_APPRAISAL'], events: { InterestDeclared: 'same' } },
  RemoveAppraiser: { from: ['UNDER_APPRAISAL'], events: { AppraiserRemoved: 'same' } },
  ScoreModel: { from: ['UNDER_APPRAISAL'], events: { ModelScored: 'same' } },
  ConcludeAppraisal: { from: ['UNDER_APPRAISAL'], events: { ModelAppraised: 'APPRAISED' } },
  RecordVote: { from: ['APPRAISED'], events: { VoteHeld: 'same' } },
  RecognizeByDecision: { from: ['APPRAISED'], events: { ModelRecognized: 'RECOGNIZED' } },
  RefuseByDecision: { from: ['APPRAISED'], events: { RecognitionRefused: 'NOT_RECOGNIZED' } },
  RevokeByDecision: { from: ['RECOGNIZED'], events: { RecognitionRevoked: 'REVOKED' } },
  ReopenAppraisal: { from: ['NOT_RECOGNIZED'], events: { AppraisalReopened: 'UNDER_APPRAISAL' } },
  MarkTypical: { from: ['RECOGNIZED'], events: { ModelMarkedTypical: 'same' } },
  ReplicateModel: { from: ['RECOGNIZED'], events: { ModelReplicated: 'same' } },
  CarryForward: { from: ['REGISTERED', 'IN_PROGRESS', 'RECOGNIZED'], events: { ModelCarriedForward: 'same' } },
  MarkSourceRevoked: { from: STANDING, events: { SourceRevoked: 'same' } },
  SettleRevokedSource: { from: STANDING, events: { RevokedSourceSettled: 'same' } },
  RequestCorrection: { from: HANDED_IN, events: { CorrectionRequested: 'same' } },
  ApproveCorrection: { from: ANY, events: { EntryCorrected: 'same' } },
  DeclineCorrection: { from: ANY, events: { CorrectionDeclined: 'same' } },
} as const satisfies Transitions<RegistrationCommand, RegistrationEvent, { readonly status: Status }>;

export const wrongStatus = wrongStatusIn('registration', transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
