// Generated from libs/domain; run `npm run docs` to renew.
import ApiKeyCreatedV1 from './ApiKeyCreated.v1.json' with { type: 'json' };
import ApiKeyRevokedV1 from './ApiKeyRevoked.v1.json' with { type: 'json' };
import CommendationProposedV1 from './CommendationProposed.v1.json' with { type: 'json' };
import CommendationRevisedV1 from './CommendationRevised.v1.json' with { type: 'json' };
import CommendationReturnedV1 from './CommendationReturned.v1.json' with { type: 'json' };
import CommendationVerifiedV1 from './CommendationVerified.v1.json' with { type: 'json' };
import CouncilReviewRecordedV1 from './CouncilReviewRecorded.v1.json' with { type: 'json' };
import CommendationSubmittedV1 from './CommendationSubmitted.v1.json' with { type: 'json' };
import CommendationWithdrawnV1 from './CommendationWithdrawn.v1.json' with { type: 'json' };
import ModelCommendedV1 from './ModelCommended.v1.json' with { type: 'json' };
import AchievementCommendedV1 from './AchievementCommended.v1.json' with { type: 'json' };
import CommendationRefusedV1 from './CommendationRefused.v1.json' with { type: 'json' };
import CommendationCancelledV1 from './CommendationCancelled.v1.json' with { type: 'json' };
import AchievementRevokedV1 from './AchievementRevoked.v1.json' with { type: 'json' };
import RevokedAchievementSettledV1 from './RevokedAchievementSettled.v1.json' with { type: 'json' };
import DecisionDraftedV1 from './DecisionDrafted.v1.json' with { type: 'json' };
import DecisionFrozenV1 from './DecisionFrozen.v1.json' with { type: 'json' };
import DecisionIssuedV1 from './DecisionIssued.v1.json' with { type: 'json' };
import DecisionItemAppliedV1 from './DecisionItemApplied.v1.json' with { type: 'json' };
import DecisionItemRejectedV1 from './DecisionItemRejected.v1.json' with { type: 'json' };
import DecisionCompletedV1 from './DecisionCompleted.v1.json' with { type: 'json' };
import SignedPaperFiledV1 from './SignedPaperFiled.v1.json' with { type: 'json' };
import DecisionDraftCancelledV1 from './DecisionDraftCancelled.v1.json' with { type: 'json' };
import DecisionNumberRefusedV1 from './DecisionNumberRefused.v1.json' with { type: 'json' };
import NumberReservedV1 from './NumberReserved.v1.json' with { type: 'json' };
import NumbersIssuedOnPaperV1 from './NumbersIssuedOnPaper.v1.json' with { type: 'json' };
import NumberVoidedV1 from './NumberVoided.v1.json' with { type: 'json' };
import EvidenceAddedV1 from './EvidenceAdded.v1.json' with { type: 'json' };
import IncidentRaisedV1 from './IncidentRaised.v1.json' with { type: 'json' };
import IncidentRetriedV1 from './IncidentRetried.v1.json' with { type: 'json' };
import IncidentResolvedV1 from './IncidentResolved.v1.json' with { type: 'json' };
import StreamReleasedV1 from './StreamReleased.v1.json' with { type: 'json' };
import UnitEstablishedV1 from './UnitEstablished.v1.json' with { type: 'json' };
import UnitRenamedV1 from './UnitRenamed.v1.json' with { type: 'json' };
import UnitMovedV1 from './UnitMoved.v1.json' with { type: 'json' };
import UnitClosedV1 from './UnitClosed.v1.json' with { type: 'json' };
import PersonEnteredV1 from './PersonEntered.v1.json' with { type: 'json' };
import EmailChangedV1 from './EmailChanged.v1.json' with { type: 'json' };
import AppointmentProposedV1 from './AppointmentProposed.v1.json' with { type: 'json' };
import PersonAppointedV1 from './PersonAppointed.v1.json' with { type: 'json' };
import AppointmentDeclinedV1 from './AppointmentDeclined.v1.json' with { type: 'json' };
import AppointmentEndedV1 from './AppointmentEnded.v1.json' with { type: 'json' };
import AccountInvitedV1 from './AccountInvited.v1.json' with { type: 'json' };
import AccountOpenedV2 from './AccountOpened.v2.json' with { type: 'json' };
import AccountResetV1 from './AccountReset.v1.json' with { type: 'json' };
import PasswordSetV1 from './PasswordSet.v1.json' with { type: 'json' };
import SecondFactorAddedV1 from './SecondFactorAdded.v1.json' with { type: 'json' };
import SecondFactorRemovedV1 from './SecondFactorRemoved.v1.json' with { type: 'json' };
import AccountLockedV1 from './AccountLocked.v1.json' with { type: 'json' };
import AccountUnlockedV1 from './AccountUnlocked.v1.json' with { type: 'json' };
import AccountDisabledV1 from './AccountDisabled.v1.json' with { type: 'json' };
import OrganizationChangeAdmittedV1 from './OrganizationChangeAdmitted.v1.json' with { type: 'json' };
import ListExportedV1 from './ListExported.v1.json' with { type: 'json' };
import FeedReadV1 from './FeedRead.v1.json' with { type: 'json' };
import RegistrationDraftedV1 from './RegistrationDrafted.v1.json' with { type: 'json' };
import RegistrationRevisedV1 from './RegistrationRevised.v1.json' with { type: 'json' };
import RegistrationSubmittedV1 from './RegistrationSubmitted.v1.json' with { type: 'json' };
import RegistrationReturnedV1 from './RegistrationReturned.v1.json' with { type: 'json' };
import ModelRegisteredV1 from './ModelRegistered.v1.json' with { type: 'json' };
import RegistrationDeclinedV1 from './RegistrationDeclined.v1.json' with { type: 'json' };
import ImplementationStartedV1 from './ImplementationStarted.v1.json' with { type: 'json' };
import ProgressRecordedV1 from './ProgressRecorded.v1.json' with { type: 'json' };
import InspectionRecordedV1 from './InspectionRecorded.v1.json' with { type: 'json' };
import RegistrationWithdrawnV1 from './RegistrationWithdrawn.v1.json' with { type: 'json' };
import ModelDiscontinuedV1 from './ModelDiscontinued.v1.json' with { type: 'json' };
import RecognitionRequestedV1 from './RecognitionRequested.v1.json' with { type: 'json' };
import SupplementRequiredV1 from './SupplementRequired.v1.json' with { type: 'json' };
import SupplementProvidedV1 from './SupplementProvided.v1.json' with { type: 'json' };
import DossierLapsedV1 from './DossierLapsed.v1.json' with { type: 'json' };
import AppraisalOpenedV1 from './AppraisalOpened.v1.json' with { type: 'json' };
import InterestDeclaredV1 from './InterestDeclared.v1.json' with { type: 'json' };
import AppraiserRemovedV1 from './AppraiserRemoved.v1.json' with { type: 'json' };
import ModelScoredV1 from './ModelScored.v1.json' with { type: 'json' };
import ModelAppraisedV1 from './ModelAppraised.v1.json' with { type: 'json' };
import VoteHeldV1 from './VoteHeld.v1.json' with { type: 'json' };
import ModelRecognizedV1 from './ModelRecognized.v1.json' with { type: 'json' };
import RecognitionRefusedV1 from './RecognitionRefused.v1.json' with { type: 'json' };
import AppraisalReopenedV1 from './AppraisalReopened.v1.json' with { type: 'json' };
import RecognitionRevokedV1 from './RecognitionRevoked.v1.json' with { type: 'json' };
import ModelMarkedTypicalV1 from './ModelMarkedTypical.v1.json' with { type: 'json' };
import ModelReplicatedV1 from './ModelReplicated.v1.json' with { type: 'json' };
import ModelCarriedForwardV1 from './ModelCarriedForward.v1.json' with { type: 'json' };
import SourceRevokedV1 from './SourceRevoked.v1.json' with { type: 'json' };
import RevokedSourceSettledV1 from './RevokedSourceSettled.v1.json' with { type: 'json' };
import CorrectionRequestedV1 from './CorrectionRequested.v1.json' with { type: 'json' };
import CorrectionDeclinedV1 from './CorrectionDeclined.v1.json' with { type: 'json' };
import EntryCorrectedV1 from './EntryCorrected.v1.json' with { type: 'json' };
import RegulationDraftedV1 from './RegulationDrafted.v1.json' with { type: 'json' };
import RegulationRevisedV1 from './RegulationRevised.v1.json' with { type: 'json' };
import RegulationPublishedV2 from './RegulationPublished.v2.json' with { type: 'json' };
import RegulationSupersededV1 from './RegulationSuperseded.v1.json' with { type: 'json' };
import CalendarAmendedV1 from './CalendarAmended.v1.json' with { type: 'json' };
import CycleOpenedV1 from './CycleOpened.v1.json' with { type: 'json' };
import DeadlineExtendedV1 from './DeadlineExtended.v1.json' with { type: 'json' };
import CycleClosedV1 from './CycleClosed.v1.json' with { type: 'json' };
import ReminderSentV1 from './ReminderSent.v1.json' with { type: 'json' };
import ReminderFailedV1 from './ReminderFailed.v1.json' with { type: 'json' };
import ReminderRetriedV1 from './ReminderRetried.v1.json' with { type: 'json' };
import ReportOverdueV1 from './ReportOverdue.v1.json' with { type: 'json' };
import ReportEscalatedV1 from './ReportEscalated.v1.json' with { type: 'json' };
import DeliveryChosenV1 from './DeliveryChosen.v1.json' with { type: 'json' };
import ReportObligedV1 from './ReportObliged.v1.json' with { type: 'json' };
import ReportSubmittedV1 from './ReportSubmitted.v1.json' with { type: 'json' };
import ReportReturnedV1 from './ReportReturned.v1.json' with { type: 'json' };
import ReportApprovedV1 from './ReportApproved.v1.json' with { type: 'json' };
import ReportsConsolidatedV1 from './ReportsConsolidated.v1.json' with { type: 'json' };
import ConsolidationContinuedV1 from './ConsolidationContinued.v1.json' with { type: 'json' };
import ReportConsolidatedV1 from './ReportConsolidated.v1.json' with { type: 'json' };
import ReportClosedV1 from './ReportClosed.v1.json' with { type: 'json' };
import ReportReopenedV1 from './ReportReopened.v1.json' with { type: 'json' };
import ReportExcusedV1 from './ReportExcused.v1.json' with { type: 'json' };
import ReportExtendedV1 from './ReportExtended.v1.json' with { type: 'json' };
import ReminderOrderedV1 from './ReminderOrdered.v1.json' with { type: 'json' };
import KeyReservedV1 from './KeyReserved.v1.json' with { type: 'json' };
import KeyReleasedV1 from './KeyReleased.v1.json' with { type: 'json' };
import WebhookRegisteredV1 from './WebhookRegistered.v1.json' with { type: 'json' };
import WebhookPausedV1 from './WebhookPaused.v1.json' with { type: 'json' };
import WebhookResumedV1 from './WebhookResumed.v1.json' with { type: 'json' };
import WebhookRemovedV1 from './WebhookRemoved.v1.json' with { type: 'json' };
import WebhookSecretRotatedV1 from './WebhookSecretRotated.v1.json' with { type: 'json' };
import WebhookDeliveryParkedV1 from './WebhookDeliveryParked.v1.json' with { type: 'json' };
import WebhookReplayAskedV1 from './WebhookReplayAsked.v1.json' with { type: 'json' };
import WebhookDeliveryReplayedV1 from './WebhookDeliveryReplayed.v1.json' with { type: 'json' };
import AccountOpenedV1 from './AccountOpened.v1.json' with { type: 'json' };
import RegulationPublishedV1 from './RegulationPublished.v1.json' with { type: 'json' };

export const schemas: Readonly<Record<string, object>> = {
  'ApiKeyCreated.v1': ApiKeyCreatedV1,
  'ApiKeyRevoked.v1': ApiKeyRevokedV1,
  'CommendationProposed.v1': CommendationProposedV1,
  'CommendationRevised.v1': CommendationRevisedV1,
  'CommendationReturned.v1': CommendationReturnedV1,
  'CommendationVerified.v1': CommendationVerifiedV1,
  'CouncilReviewRecorded.v1': CouncilReviewRecordedV1,
  'CommendationSubmitted.v1': CommendationSubmittedV1,
  'CommendationWithdrawn.v1': CommendationWithdrawnV1,
  'ModelCommended.v1': ModelCommendedV1,
  'AchievementCommended.v1': AchievementCommendedV1,
  'CommendationRefused.v1': CommendationRefusedV1,
  'CommendationCancelled.v1': CommendationCancelledV1,
  'AchievementRevoked.v1': AchievementRevokedV1,
  'RevokedAchievementSettled.v1': RevokedAchievementSettledV1,
  'DecisionDrafted.v1': DecisionDraftedV1,
  'DecisionFrozen.v1': DecisionFrozenV1,
  'DecisionIssued.v1': DecisionIssuedV1,
  'DecisionItemApplied.v1': DecisionItemAppliedV1,
  'DecisionItemRejected.v1': DecisionItemRejectedV1,
  'DecisionCompleted.v1': DecisionCompletedV1,
  'SignedPaperFiled.v1': SignedPaperFiledV1,
  'DecisionDraftCancelled.v1': DecisionDraftCancelledV1,
  'DecisionNumberRefused.v1': DecisionNumberRefusedV1,
  'NumberReserved.v1': NumberReservedV1,
  'NumbersIssuedOnPaper.v1': NumbersIssuedOnPaperV1,
  'NumberVoided.v1': NumberVoidedV1,
  'EvidenceAdded.v1': EvidenceAddedV1,
  'IncidentRaised.v1': IncidentRaisedV1,
  'IncidentRetried.v1': IncidentRetriedV1,
  'IncidentResolved.v1': IncidentResolvedV1,
  'StreamReleased.v1': StreamReleasedV1,
  'UnitEstablished.v1': UnitEstablishedV1,
  'UnitRenamed.v1': UnitRenamedV1,
  'UnitMoved.v1': UnitMovedV1,
  'UnitClosed.v1': UnitClosedV1,
  'PersonEntered.v1': PersonEnteredV1,
  'EmailChanged.v1': EmailChangedV1,
  'AppointmentProposed.v1': AppointmentProposedV1,
  'PersonAppointed.v1': PersonAppointedV1,
  'AppointmentDeclined.v1': AppointmentDeclinedV1,
  'AppointmentEnded.v1': AppointmentEndedV1,
  'AccountInvited.v1': AccountInvitedV1,
  'AccountOpened.v2': AccountOpenedV2,
  'AccountReset.v1': AccountResetV1,
  'PasswordSet.v1': PasswordSetV1,
  'SecondFactorAdded.v1': SecondFactorAddedV1,
  'SecondFactorRemoved.v1': SecondFactorRemovedV1,
  'AccountLocked.v1': AccountLockedV1,
  'AccountUnlocked.v1': AccountUnlockedV1,
  'AccountDisabled.v1': AccountDisabledV1,
  'OrganizationChangeAdmitted.v1': OrganizationChangeAdmittedV1,
  'ListExported.v1': ListExportedV1,
  'FeedRead.v1': FeedReadV1,
  'RegistrationDrafted.v1': RegistrationDraftedV1,
  'RegistrationRevised.v1': RegistrationRevisedV1,
  'RegistrationSubmitted.v1': RegistrationSubmittedV1,
  'RegistrationReturned.v1': RegistrationReturnedV1,
  'ModelRegistered.v1': ModelRegisteredV1,
  'RegistrationDeclined.v1': RegistrationDeclinedV1,
  'ImplementationStarted.v1': ImplementationStartedV1,
  'ProgressRecorded.v1': ProgressRecordedV1,
  'InspectionRecorded.v1': InspectionRecordedV1,
  'RegistrationWithdrawn.v1': RegistrationWithdrawnV1,
  'ModelDiscontinued.v1': ModelDiscontinuedV1,
  'RecognitionRequested.v1': RecognitionRequestedV1,
  'SupplementRequired.v1': SupplementRequiredV1,
  'SupplementProvided.v1': SupplementProvidedV1,
  'DossierLapsed.v1': DossierLapsedV1,
  'AppraisalOpened.v1': AppraisalOpenedV1,
  'InterestDeclared.v1': InterestDeclaredV1,
  'AppraiserRemoved.v1': AppraiserRemovedV1,
  'ModelScored.v1': ModelScoredV1,
  'ModelAppraised.v1': ModelAppraisedV1,
  'VoteHeld.v1': VoteHeldV1,
  'ModelRecognized.v1': ModelRecognizedV1,
  'RecognitionRefused.v1': RecognitionRefusedV1,
  'AppraisalReopened.v1': AppraisalReopenedV1,
  'RecognitionRevoked.v1': RecognitionRevokedV1,
  'ModelMarkedTypical.v1': ModelMarkedTypicalV1,
  'ModelReplicated.v1': ModelReplicatedV1,
  'ModelCarriedForward.v1': ModelCarriedForwardV1,
  'SourceRevoked.v1': SourceRevokedV1,
  'RevokedSourceSettled.v1': RevokedSourceSettledV1,
  'CorrectionRequested.v1': CorrectionRequestedV1,
  'CorrectionDeclined.v1': CorrectionDeclinedV1,
  'EntryCorrected.v1': EntryCorrectedV1,
  'RegulationDrafted.v1': RegulationDraftedV1,
  'RegulationRevised.v1': RegulationRevisedV1,
  'RegulationPublished.v2': RegulationPublishedV2,
  'RegulationSuperseded.v1': RegulationSupersededV1,
  'CalendarAmended.v1': CalendarAmendedV1,
  'CycleOpened.v1': CycleOpenedV1,
  'DeadlineExtended.v1': DeadlineExtendedV1,
  'CycleClosed.v1': CycleClosedV1,
  'ReminderSent.v1': ReminderSentV1,
  'ReminderFailed.v1': ReminderFailedV1,
  'ReminderRetried.v1': ReminderRetriedV1,
  'ReportOverdue.v1': ReportOverdueV1,
  'ReportEscalated.v1': ReportEscalatedV1,
  'DeliveryChosen.v1': DeliveryChosenV1,
  'ReportObliged.v1': ReportObligedV1,
  'ReportSubmitted.v1': ReportSubmittedV1,
  'ReportReturned.v1': ReportReturnedV1,
  'ReportApproved.v1': ReportApprovedV1,
  'ReportsConsolidated.v1': ReportsConsolidatedV1,
  'ConsolidationContinued.v1': ConsolidationContinuedV1,
  'ReportConsolidated.v1': ReportConsolidatedV1,
  'ReportClosed.v1': ReportClosedV1,
  'ReportReopened.v1': ReportReopenedV1,
  'ReportExcused.v1': ReportExcusedV1,
  'ReportExtended.v1': ReportExtendedV1,
  'ReminderOrdered.v1': ReminderOrderedV1,
  'KeyReserved.v1': KeyReservedV1,
  'KeyReleased.v1': KeyReleasedV1,
  'WebhookRegistered.v1': WebhookRegisteredV1,
  'WebhookPaused.v1': WebhookPausedV1,
  'WebhookResumed.v1': WebhookResumedV1,
  'WebhookRemoved.v1': WebhookRemovedV1,
  'WebhookSecretRotated.v1': WebhookSecretRotatedV1,
  'WebhookDeliveryParked.v1': WebhookDeliveryParkedV1,
  'WebhookReplayAsked.v1': WebhookReplayAskedV1,
  'WebhookDeliveryReplayed.v1': WebhookDeliveryReplayedV1,
  'AccountOpened.v1': AccountOpenedV1,
  'RegulationPublished.v1': RegulationPublishedV1,
};
