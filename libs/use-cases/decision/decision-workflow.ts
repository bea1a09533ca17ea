import { decision } from '#domain';
import type { Workflow } from '../run-workflow.ts';

export const decisionWorkflow: Workflow<
  decision.DecisionState,
  decision.DecisionEvent,
  decision.DecisionCommand,
  decision.DecisionRejection
> = { category: 'decision', decider: decision.decider, rights: decision.rights };

/** Stands where the number is not known yet. */
export const NO_NUMBER: decision.DocumentNumber = {
  number: 0,
  symbol: '',
  issuerId: '',
  docType: '',
  issuedOn: '',
  text: '',
};
