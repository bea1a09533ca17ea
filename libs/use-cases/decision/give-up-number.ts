import { decision, reject } from '#domain';
import type { Answered, Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { runWorkflow } from '../run-workflow.ts';
import { decisionWorkflow, NO_NUMBER, type Base } from './decision-workflow.ts';

/** A number that was taken for the decision and will not be used. */
export interface NumberToGiveUp {
  readonly bookId: string;
  readonly reason: string;
}

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
    facts: () => (entry === undefined ? reject('number-unknown', { pointer: '/bookId' }) : {}),
  });
};
