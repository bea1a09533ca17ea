import { accept, reject } from '../kernel/index.ts';
import { hashMalformed, type Result } from './checks.ts';
import type { FreezeDecision } from './commands.ts';
import { itemKey, manifestOf } from './manifest.ts';
import type { StateFor } from './state.ts';

/** Pins each item at its revision: whatever changes afterwards drops out when the decision is applied. */
export const freeze = ({ facts }: FreezeDecision, state: StateFor<'FreezeDecision'>): Result => {
  const manifest = manifestOf(state.items, facts.items);
  const unknown = manifest.filter(({ revision }) => revision < 0).map(({ id }) => id);
  if (unknown.length > 0) return reject('item-not-found', { params: { items: unknown } });
  const eligible = new Set(facts.items.filter((item) => item.eligible).map(itemKey));
  const unfit = manifest.filter((item) => !eligible.has(itemKey(item))).map(({ id }) => id);
  if (unfit.length > 0) return reject('item-not-eligible', { params: { items: unfit } });
  const { decisionId } = state;
  const { manifestSha256 } = facts;
  return (
    hashMalformed(manifestSha256) ?? accept({ type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256 } })
  );
};
