export { createDecisionFacts, type DecisionFactsSource } from './decision/decision-facts.ts';
export { createDecisionReactions, type DecisionReactionsOptions } from './decision/decision-reactions.ts';
export { createIncidents, type Incident, type Incidents } from './incident/incidents.ts';
export {
  createIncidentService,
  type IncidentService,
  type IncidentServiceOptions,
} from './incident/incident-service.ts';
export { createReactionFailures, type ReactionFailuresOptions } from './incident/reaction-failures.ts';
export { draftLinked, type LinkedDraftsOptions } from './registration/draft-linked.ts';
export {
  createRules,
  cycleOf,
  regulationFor,
  regulationOf,
  rulesByThen,
  type Rules,
  type RulesState,
} from './regulation/rules.ts';
export { markConsolidated, type ConsolidationOptions } from './report/mark-consolidated.ts';
export { createObligations, type Obligations, type ObligationsOptions } from './report/obligations.ts';
export { definitionsIn, type OwedReport } from './report/owed-report.ts';
export { reportActions, type ReportAction, type ReportAvailability } from './report/report-actions.ts';
export { reportForm, type ReportForm } from './report/report-form.ts';
