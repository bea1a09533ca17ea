import type {
  apiKey,
  commendation,
  decision,
  evidence,
  incident,
  organization,
  registration,
  regulation,
  reminding,
  reporting,
  reservation,
  webhook,
} from '#domain';
import type { EngineRejection } from '#engine';

/** Why a use case refuses, beside the rules of the workflows. */
type UseCaseRejection =
  | 'not-found'
  | 'forbidden'
  | 'stale-revision'
  | 'read-model-behind'
  | 'password-weak'
  | 'own-account'
  | 'wrong-credentials'
  | 'second-factor-required'
  /** No mail server is set. */
  | 'mail-not-set'
  /** The mail server did not take it; the same command again tries anew. */
  | 'mail-not-taken'
  | 'too-many-attempts';

/** Every reason a use case can answer. */
export type Rejection =
  | organization.UnitRejection
  | organization.PersonRejection
  | regulation.RegulationRejection
  | regulation.CycleRejection
  | registration.RegistrationRejection
  | decision.DecisionRejection
  | decision.NumberingRejection
  | commendation.CommendationRejection
  | reservation.ReservationRejection
  | evidence.EvidenceRejection
  | incident.IncidentRejection
  | apiKey.ApiKeyRejection
  | 'api-key-revoked'
  | 'import-over'
  | webhook.WebhookRejection
  | reporting.ReportRejection
  | reminding.ReminderRejection
  | reminding.RecipientRejection
  | EngineRejection
  | UseCaseRejection;
