import type {
  commendation,
  decision,
  incident,
  organization,
  registration,
  regulation,
  reminding,
  reporting,
  webhook,
} from '#domain';

type Command =
  | registration.RegistrationCommand
  | decision.DecisionCommand
  | commendation.CommendationCommand
  | reporting.ReportCommand
  | regulation.RegulationCommand
  | regulation.CycleCommand
  | organization.UnitCommand
  | organization.PersonCommand
  | reminding.ReminderCommand
  | incident.IncidentCommand
  | webhook.WebhookCommand;

/** These create: they go to the collection itself. */
type Creating =
  | 'DraftRegistration'
  | 'DraftDecision'
  | 'ProposeCommendation'
  | 'DraftRegulation'
  | 'OpenCycle'
  | 'EstablishUnit'
  | 'EnterPerson'
  | 'RegisterWebhook';

/** No path leads to these: the system gives them. */
type OfTheSystem =
  | registration.ByDecision
  | commendation.ByDecision
  | 'RecordItemResults'
  | 'ObligeReport'
  | 'MarkConsolidated'
  | 'RecordSent'
  | 'RecordFailure'
  | 'MarkOverdue'
  | 'Escalate'
  | 'RaiseIncident'
  | 'ReleaseStream'
  | 'ParkDelivery'
  | 'SettleDelivery';

/** A command on something that exists: `POST /{collection}/{id}/{path}`. */
export type ActingCommand = Exclude<Command['type'], Creating | OfTheSystem>;

/** The path of each command; the compiler points here when one has none. */
export const COMMAND_PATHS: Readonly<Record<ActingCommand, string>> = {
  ReviseRegistration: 'revise',
  SubmitRegistration: 'submit',
  ReturnRegistration: 'return',
  AcceptRegistration: 'accept',
  DeclineRegistration: 'decline',
  StartImplementation: 'start',
  RecordProgress: 'record-progress',
  RecordInspection: 'record-inspection',
  WithdrawRegistration: 'withdraw',
  DiscontinueModel: 'discontinue',
  RequestRecognition: 'request-recognition',
  RequireSupplement: 'require-supplement',
  ProvideSupplement: 'provide-supplement',
  LapseDossier: 'lapse-dossier',
  OpenAppraisal: 'open-appraisal',
  DeclareInterest: 'declare-interest',
  ScoreModel: 'score',
  ConcludeAppraisal: 'conclude-appraisal',
  RecordVote: 'record-vote',
  ReopenAppraisal: 'reopen-appraisal',
  MarkTypical: 'mark-typical',
  ReplicateModel: 'replicate',
  CarryForward: 'carry-forward',
  CorrectEntry: 'correct',
  CancelDraft: 'cancel',
  FreezeDecision: 'freeze',
  IssueDecision: 'issue',
  RefuseNumber: 'void-number',
  ReviseCommendation: 'revise',
  ReturnCommendation: 'return',
  VerifyCommendation: 'verify',
  RecordCouncilReview: 'record-council-review',
  SubmitCommendation: 'submit',
  WithdrawCommendation: 'withdraw',
  SubmitReport: 'submit',
  ReturnReport: 'return',
  ApproveReport: 'approve',
  ConsolidateReports: 'consolidate',
  CloseReport: 'close',
  ReopenReport: 'reopen',
  ExcuseReport: 'excuse',
  ExtendReport: 'extend',
  ReviseRegulation: 'revise',
  PublishRegulation: 'publish',
  SupersedeRegulation: 'supersede',
  AmendCalendar: 'amend-calendar',
  ExtendDeadline: 'extend-deadline',
  CloseCycle: 'close',
  RenameUnit: 'rename',
  MoveUnit: 'move',
  CloseUnit: 'close',
  AppointPerson: 'appoint',
  EndAppointment: 'end-appointment',
  OpenAccount: 'open-account',
  DisableAccount: 'disable-account',
  RetryReminder: 'retry',
  RetryIncident: 'retry',
  ResolveIncident: 'resolve',
  PauseWebhook: 'pause',
  ResumeWebhook: 'resume',
  RemoveWebhook: 'remove',
  RotateSecret: 'rotate-secret',
  ReplayDeliveries: 'replay',
};
