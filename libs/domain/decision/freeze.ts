import { accept, reject } from '../kernel/index.ts';
import { hashMalformed, itemsUnknown, type Refusal, type Result } from './checks.ts';
import type { FreezeDecision, ItemFacts } from './commands.ts';
import { itemKey, manifestOf } from './manifest.ts';
import type { StateFor } from './state.ts';

/** Pins each item at its revision: whatever changes afterwards drops out when the decision is applied. */
export const freeze = ({ facts }: FreezeDecision, state: StateFor<'FreezeDecision'>): Result => {
  const { decisionId } = state;
  const { manifestSha256 } = facts;
  const manifest = manifestOf(state.items, facts.items);
  return (
    notToFreeze(state, facts.items) ??
    hashMalformed(manifestSha256) ??
    accept({ type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256 } })
  );
};

/** Why the list cannot be frozen as its items stand: which of them, and why each. */
export const notToFreeze = ({ items }: StateFor<'FreezeDecision'>, facts: readonly ItemFacts[]): Refusal => {
  const found = new Map(facts.filter(({ revision }) => revision >= 0).map((fact) => [itemKey(fact), fact]));
  const unknown = itemsUnknown(
    items,
    items.filter((item) => !found.has(itemKey(item))).map(({ id }) => id),
  );
  if (unknown !== undefined) return unknown;
  const unfit = items.flatMap((item, index) => {
    const { name = '', refused } = found.get(itemKey(item)) ?? {};
    if (refused === undefined) return [];
    const { reason: code, params = {} } = refused;
    return [{ pointer: `/items/${String(index)}`, code, about: name, params }];
  });
  if (unfit.length === 0) return undefined;
  return reject('item-not-eligible', { params: { items: unfit.map(({ about }) => about) }, problems: unfit });
};
