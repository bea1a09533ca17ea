export { createDecisionFacts } from './decision/decision-facts.ts';
export { createDecisionReactions } from './decision/decision-reactions.ts';
export {
  createIncidents,
  INCIDENT_STATUSES,
  listIncidents,
  type Incident,
  type Incidents,
} from './incident/incidents.ts';
export { incidentUseCase } from './incident/incident.use-case.ts';
export { createReactionFailures } from './incident/reaction-failures.ts';
export { markRevoked } from './decision/mark-revoked.ts';
export { commendationActions } from './commendation/commendation-actions.ts';
export { decisionActions } from './decision/decision-actions.ts';
export { itemChoices } from './decision/item-choices.ts';
export { typeNames } from './decision/number-books.ts';
export { nextNumbers, type NextNumber } from './decision/next-numbers.ts';
export {
  adopterChoices,
  appraiserChoices,
  approverChoices,
  correctableFields,
  placeChoices,
  type Choice,
} from './registration/choices.ts';
export { requirementsOf, type Requirements } from './registration/requirements.ts';
export { signerChoices } from './decision/signer-choices.ts';
export { signingBodies } from './unit/signing-bodies.ts';
export { draftLinked } from './registration/draft-linked.ts';
export { dryRunRegulation } from './regulation/dry-run-regulation.ts';
export { missingWords } from './office/missing-words.ts';
export { stillMissing, type StillMissing } from './office/still-missing.ts';
export { cycleActions, regulationActions } from './regulation/regulation-actions.ts';
export { lacksUnder } from './regulation/staffing.ts';
export { createRules, cycleOf, regulationOf, type Rules, type RulesState } from './regulation/rules.ts';
export { markConsolidated } from './report/mark-consolidated.ts';
export { createObligations, type Obligations } from './report/obligations.ts';
export { standingRules } from './report/standing-rules.ts';
export { reportForm, type ReportForm } from './report/report-form.ts';
export type { Answer, Answered, Ask, Caller, Sending } from './ask.ts';
export type { Ports, SendCode } from './ports.ts';
export type { Rejection } from './rejection.ts';
export { named, namedIn } from './named-refusal.ts';
export { seenBy } from './seen-by.ts';
export { awaitedToday } from './task/awaited-today.ts';
export { tasksToday, type ActToday, type TaskToday } from './task/tasks-today.ts';
export { beginnings, READINGS, type Beginning } from './beginning/beginnings.ts';
export { registrationActions } from './registration/registration-actions.ts';
export {
  seenRegistration,
  seesEvidence,
  sightOfLines,
  type SeenRegistration,
} from './registration/seen-registration.ts';
export type { UseCase } from './use-case.ts';
export { apiKeyUseCase } from './api-key/api-key.use-case.ts';
export { commendationUseCase, type CommendationAsk } from './commendation/commendation.use-case.ts';
export { cycleUseCase, type CycleAsk } from './cycle/cycle.use-case.ts';
export { decisionUseCase, type DecisionAsk } from './decision/decision.use-case.ts';
export { evidenceUseCase, type EvidenceAsk } from './evidence/evidence.use-case.ts';
export { accountUseCase } from './person/account.use-case.ts';
export { changePassword, openAccount, setPasswordByCode } from './person/set-password.ts';
export { changeOwnEmail } from './person/change-email.ts';
export { addSecondFactor, makeSecondFactor, removeSecondFactor } from './person/second-factor.ts';
export { personUseCase, type PersonAsk } from './person/person.use-case.ts';
export { maySeePerson, peopleSeenBy } from './person/reach.ts';
export { deliveryFor, recipientUseCase } from './recipient/recipient.use-case.ts';
export { reminderUseCase } from './reminder/reminder.use-case.ts';
export type { ReminderMessages } from './reminder/reminder-messages.port.ts';
export { readingUseCase } from './reading/reading.use-case.ts';
export { registrationUseCase, type RegistrationAsk } from './registration/registration.use-case.ts';
export { regulationUseCase, type RegulationAsk } from './regulation/regulation.use-case.ts';
export { consolidationFacts, contentOf, definitionsIn, knownOf } from './report/report-facts.ts';
export type { ReportAsk } from './report/report-ask.ts';
export { reportActions } from './report/report-actions.ts';
export { reportUseCase } from './report/report.use-case.ts';
export { unitActions } from './unit/unit-actions.ts';
export { personActions } from './person/person-actions.ts';
export { apiKeyActions, importActions, incidentActions, webhookActions } from './system/system-actions.ts';
export { unitUseCase, type UnitAsk } from './unit/unit.use-case.ts';
export type { WebhookAdministration } from './webhook/webhook-administration.port.ts';
export { webhookUseCase } from './webhook/webhook.use-case.ts';
