import { decision, type EvidenceRef } from '#domain';
import { claimKey, isInTheMaking } from '../reserve-key.ts';
import type { Context } from '../run-workflow.ts';

/**
 * Takes a file for a decision as its signed paper. Told is the number of another decision of the body that has it: none
 * while that one is being issued.
 */
export const claimPaper = async (
  { sha256 }: EvidenceRef,
  { ports, commandId, actor, loaded: { state } }: Context<decision.DecisionState>,
  dryRun: boolean,
): Promise<decision.IssueDecision['facts']['paperOf']> => {
  if (state.status === 'NONE') return undefined;
  const key = JSON.stringify(['signed-paper', state.unitId, sha256]);
  const load = async (id: string) => (await ports.engine.load(`decision-${id}`, decision.decider)).state;
  const isAlive = async (id: string): Promise<boolean> => {
    const other = await load(id);
    return ('papers' in other && other.papers.includes(sha256)) || isInTheMaking(ports, key);
  };
  const holder = await claimKey(ports, { key, holder: state.decisionId, commandId, actor, isAlive }, dryRun);
  if (holder === undefined) return undefined;
  const other = await load(holder);
  return { number: 'documentNumber' in other ? other.documentNumber.text : undefined };
};
