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

/** The body that decides: the signed paper is a file of its own. */
export const bodyOf = (state: decision.DecisionState): string | undefined =>
  state.status === 'NONE' ? undefined : state.unitId;

/** Stands where the number is not known yet. */
export const NO_NUMBER: decision.DocumentNumber = {
  number: 0,
  symbol: '',
  issuerId: '',
  docType: '',
  issuedOn: '',
  text: '',
};
