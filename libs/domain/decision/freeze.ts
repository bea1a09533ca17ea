import { accept, reject, type Outcome } from '../kernel/index.ts';
import type { FreezeDecision, DecisionRejection } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import { itemKey, manifestOf } from './manifest.ts';
import type { DecisionState } from './state.ts';
import { isSha256 } from './text-checks.ts';

type Draft = Extract<DecisionState, { readonly status: 'DRAFT' }>;

/** Pins each item at its revision: whatever changes afterwards drops out when the decision is applied. */
export const freeze = ({ facts }: FreezeDecision, state: Draft): Outcome<DecisionEvent, DecisionRejection> => {
  const manifest = manifestOf(state.items, facts.items);
  const unknown = manifest.filter(({ revision }) => revision < 0).map(({ id }) => id);
  if (unknown.length > 0) return reject('item-not-found', { params: { items: unknown } });
  const eligible = new Set(facts.items.filter((item) => item.eligible).map(itemKey));
  const unfit = manifest.filter((item) => !eligible.has(itemKey(item))).map(({ id }) => id);
  if (unfit.length > 0) return reject('item-not-eligible', { params: { items: unfit } });
  const { decisionId } = state;
  const { manifestSha256 } = facts;
  if (!isSha256(manifestSha256)) return reject('hash-malformed');
  return accept({ type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256 } });
};
