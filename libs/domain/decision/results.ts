import { accept, reject } from '../kernel/index.ts';
import type { Result } from './checks.ts';
import type { ItemResult, RecordItemResults } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import { itemKey } from './manifest.ts';
import type { DecisionState, ItemAnswer } from './state.ts';

type Issued = Extract<DecisionState, { readonly status: 'ISSUED' | 'COMPLETED' }>;

/** Notes the first answer of each item, and completes the decision with the last one. A repeated answer adds nothing. */
export const recordItemResults = ({ data }: RecordItemResults, state: Issued): Result => {
  const listed = new Set(state.manifest.map(itemKey));
  const answered = new Set(state.answers.map(itemKey));
  const fresh: ItemResult[] = [];
  for (const [index, result] of data.results.entries()) {
    if (!listed.has(itemKey(result))) return reject('item-not-in-manifest', { pointer: `/results/${index}` });
    if (answered.has(itemKey(result))) continue;
    answered.add(itemKey(result));
    fresh.push(result);
  }
  if (fresh.length === 0) return accept();
  const events = fresh.map((result) => answerEvent(state.decisionId, result));
  if (answered.size < listed.size) return accept(...events);
  return accept(...events, completion(state, fresh));
};

/** The items that have not answered yet, in the manifest's order. */
export const pendingItems = (state: DecisionState): Issued['manifest'] => {
  if (state.status !== 'ISSUED') return [];
  const answered = new Set(state.answers.map(itemKey));
  return state.manifest.filter((item) => !answered.has(itemKey(item)));
};

const answerEvent = (decisionId: string, result: ItemResult): DecisionEvent => {
  const { kind, id } = result;
  return result.outcome === 'APPLIED'
    ? { type: 'DecisionItemApplied', data: { decisionId, kind, id } }
    : { type: 'DecisionItemRejected', data: { decisionId, kind, id, reason: result.reason } };
};

const completion = (state: Issued, fresh: readonly ItemResult[]): DecisionEvent => {
  const answers: readonly Pick<ItemAnswer, 'applied'>[] = [
    ...state.answers,
    ...fresh.map(({ outcome }) => ({ applied: outcome === 'APPLIED' })),
  ];
  const applied = answers.filter((answer) => answer.applied).length;
  const rejected = answers.length - applied;
  return { type: 'DecisionCompleted', data: { decisionId: state.decisionId, applied, rejected } };
};
