import { decision } from '#domain';
import type { Run, Workflow } from '../run-workflow.ts';

export const decisionWorkflow: Workflow<
  decision.DecisionState,
  decision.DecisionEvent,
  decision.DecisionCommand,
  decision.DecisionRejection
> = { category: 'decision', decider: decision.decider, rights: decision.rights };

/** What every command on a decision has in common. */
export type Base = Pick<Run<decision.DecisionState, decision.DecisionCommand>, 'id' | 'commandId' | 'said' | 'place'>;

/** Stands where the number is not known yet. */
export const NO_NUMBER: decision.DocumentNumber = {
  number: 0,
  symbol: '',
  issuerId: '',
  docType: '',
  issuedOn: '',
  text: '',
};
