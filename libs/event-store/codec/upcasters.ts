import { createCodec, type Upcasters } from './codec.ts';
import type { AnyEvent, EventType } from './event-type.ts';

/**
 * Every event type and its way from version 1 to now. A new event compiles only once it is listed here; a changed one
 * gets a step at the end of its list and a new entry in the corpus.
 */
export const upcasters: Upcasters<EventType> = {
  CommendationProposed: [],
  CommendationRevised: [],
  CommendationReturned: [],
  CommendationVerified: [],
  CouncilReviewRecorded: [],
  CommendationSubmitted: [],
  CommendationWithdrawn: [],
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
  DecisionDraftCancelled: [],
  DecisionNumberRefused: [],
  NumberReserved: [],
  NumberVoided: [],
  EvidenceAdded: [],
  IncidentRaised: [],
  IncidentRetried: [],
  IncidentResolved: [],
  StreamReleased: [],
  UnitEstablished: [],
  UnitRenamed: [],
  UnitMoved: [],
  UnitClosed: [],
  PersonEntered: [],
  PersonAppointed: [],
  AppointmentEnded: [],
  AccountOpened: [],
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
  EntryCorrected: [],
  RegulationDrafted: [],
  RegulationRevised: [],
  RegulationPublished: [],
  RegulationSuperseded: [],
  CycleOpened: [],
  DeadlineExtended: [],
  CycleClosed: [],
  KeyReserved: [],
  KeyReleased: [],
};

const codec = createCodec<AnyEvent>(upcasters);

/** The version new events of a type are written in. */
export const currentVersion = codec.currentVersion;

/** The event as it is to be stored, without envelope. */
export const encode = codec.encode;

/** A stored event in its current shape. Throws {@link PoisonEventError} for what this program cannot read. */
export const decode = codec.decode;
