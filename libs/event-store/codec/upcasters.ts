import type { AnyEvent, DataOf, EventType, organization } from '#domain';
import { createCodec, type Upcaster, type Upcasters } from './codec.ts';

/**
 * Every event type and its way from version 1 to now. A new event compiles only once it is listed here; a changed one
 * gets a step at the end of its list and a new entry in the corpus. One that the gate of the organization admits is in
 * the data of `OrganizationChangeAdmitted` as well: its step goes there too, by {@link insideAdmissions}.
 */
export const upcasters: Upcasters<EventType> = {
  CommendationProposed: [],
  CommendationRevised: [],
  CommendationReturned: [],
  CommendationVerified: [],
  CouncilReviewRecorded: [],
  CommendationSubmitted: [],
  CommendationWithdrawn: [],
  AchievementRevoked: [],
  RevokedAchievementSettled: [],
  ModelCommended: [],
  AchievementCommended: [],
  CommendationRefused: [],
  CommendationCancelled: [],
  DecisionDrafted: [],
  DecisionFrozen: [],
  DecisionIssued: [],
  DecisionItemApplied: [],
  DecisionItemRejected: [],
  DecisionCompleted: [],
  SignedPaperFiled: [],
  DecisionDraftCancelled: [],
  DecisionNumberRefused: [],
  NumberReserved: [],
  NumberVoided: [],
  NumbersIssuedOnPaper: [],
  CalendarAmended: [],
  ReportObliged: [],
  ReportSubmitted: [],
  ReportReturned: [],
  ReportApproved: [],
  ReportsConsolidated: [],
  ConsolidationContinued: [],
  ReportConsolidated: [],
  ReportClosed: [],
  ReportReopened: [],
  ReportExcused: [],
  ReportExtended: [],
  ReminderOrdered: [],
  ReminderSent: [],
  ReminderFailed: [],
  ReminderRetried: [],
  ReportOverdue: [],
  ReportEscalated: [],
  DeliveryChosen: [],
  EvidenceAdded: [],
  IncidentRaised: [],
  IncidentRetried: [],
  IncidentResolved: [],
  StreamReleased: [],
  WebhookRegistered: [],
  WebhookPaused: [],
  WebhookResumed: [],
  WebhookRemoved: [],
  WebhookSecretRotated: [],
  WebhookDeliveryParked: [],
  WebhookReplayAsked: [],
  WebhookDeliveryReplayed: [],
  ApiKeyCreated: [],
  ApiKeyRevoked: [],
  ListExported: [],
  FeedRead: [],
  UnitEstablished: [],
  UnitRenamed: [],
  UnitMoved: [],
  UnitClosed: [],
  PersonEntered: [],
  AppointmentProposed: [],
  PersonAppointed: [],
  AppointmentDeclined: [],
  AppointmentEnded: [],
  AccountInvited: [],
  AccountOpened: [
    // A password was known by the id of its account, before it could be changed.
    (data) => ({ ...(data as object), credentialId: (data as { readonly accountId: string }).accountId }),
  ],
  EmailChanged: [],
  AccountReset: [],
  PasswordSet: [],
  SecondFactorAdded: [],
  SecondFactorRemoved: [],
  AccountLocked: [],
  AccountUnlocked: [],
  AccountDisabled: [],
  OrganizationChangeAdmitted: [],
  RegistrationDrafted: [],
  RegistrationRevised: [],
  RegistrationSubmitted: [],
  RegistrationReturned: [],
  ModelRegistered: [],
  RegistrationDeclined: [],
  ImplementationStarted: [],
  ProgressRecorded: [],
  InspectionRecorded: [],
  RegistrationWithdrawn: [],
  ModelDiscontinued: [],
  RecognitionRequested: [],
  SupplementRequired: [],
  SupplementProvided: [],
  DossierLapsed: [],
  AppraisalOpened: [],
  InterestDeclared: [],
  AppraiserRemoved: [],
  ModelScored: [],
  ModelAppraised: [],
  VoteHeld: [],
  ModelRecognized: [],
  RecognitionRefused: [],
  AppraisalReopened: [],
  RecognitionRevoked: [],
  ModelMarkedTypical: [],
  ModelReplicated: [],
  ModelCarriedForward: [],
  CorrectionRequested: [],
  CorrectionDeclined: [],
  SourceRevoked: [],
  RevokedSourceSettled: [],
  EntryCorrected: [],
  RegulationDrafted: [],
  RegulationRevised: [],
  RegulationPublished: [
    // A warning for each unit made an event too large to be stored where there were thousands.
    (data) => {
      const { warnings, ...published } = data as { readonly warnings: readonly WarningOfOneUnit[] };
      return { ...published, warnings: countedBySteps(warnings) };
    },
  ],
  RegulationSuperseded: [],
  CycleOpened: [],
  DeadlineExtended: [],
  CycleClosed: [],
  KeyReserved: [],
  KeyReleased: [],
};

interface WarningOfOneUnit {
  readonly code: string;
  readonly unitId: string;
  readonly step: string;
}

const countedBySteps = (warnings: readonly WarningOfOneUnit[]): readonly unknown[] =>
  [...Map.groupBy(warnings, ({ step }) => step)].map(([step, all]) => ({
    ...{ code: 'no-eligible-person', step, units: all.length },
    examples: all.slice(0, 3).map(({ unitId }) => unitId),
  }));

/** Lifts changes of one type inside an admission as they are lifted in a stream of their own. */
export const insideAdmissions =
  (type: organization.AdmittedChange['type'], lift: Upcaster): Upcaster =>
  (data) => {
    const { changes, ...admission } = data as DataOf<'OrganizationChangeAdmitted'>;
    const lifted = changes.map((change) => (change.type === type ? { ...change, data: lift(change.data) } : change));
    return { ...admission, changes: lifted };
  };

/** The version new events of a type are written in. */
export const currentVersion = (type: EventType): number => upcasters[type].length + 1;

/** How the product's events are stored. */
export const productCodec = createCodec<AnyEvent>(upcasters);
