import { decision } from '#domain';
import type { Answered, Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { runWorkflow, type Run } from '../run-workflow.ts';
import { reject } from '#domain';
import { decisionWorkflow, NO_NUMBER } from './decision-workflow.ts';

/** A number that was taken for the decision and will not be used. */
export interface NumberToGiveUp {
  readonly bookId: string;
  readonly reason: string;
}

type Base = Pick<Run<decision.DecisionState, decision.DecisionCommand>, 'id' | 'commandId' | 'said' | 'place'>;

/** The decision gives the number up for good; the reaction `apply-decision` then strikes it in its book. */
export const giveUpNumber = async (
  ports: Ports,
  ask: Ask<'RefuseNumber', NumberToGiveUp>,
  base: Base,
): Promise<Answered> => {
  const { bookId, reason } = ask.data;
  const { state } = await ports.engine.load(`numbering-${bookId}`, decision.numbering.decider);
  const entry = state.entries.findLast((each) => each.kind === 'RESERVED' && each.decisionId === base.id);
  return runWorkflow(ports, decisionWorkflow, ask, {
    ...base,
    data: { bookId, reason, documentNumber: entry?.kind === 'RESERVED' ? entry.documentNumber : NO_NUMBER },
    facts: () => Promise.resolve(entry === undefined ? reject('number-unknown', { pointer: '/bookId' }) : {}),
  });
};
