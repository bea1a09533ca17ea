import { accept, reject, textMissing, tidy } from '../kernel/index.ts';
import { CANCELLATION_GROUNDS } from '../commendation/events.ts';
import type { Act } from '../regulation/events.ts';
import { itemsUnknown, type Refusal, type Result } from './checks.ts';
import { MAX_ITEMS, type CancelDraft, type DraftDecision } from './commands.ts';
import type { DecisionItem, ItemKind } from './events.ts';
import { itemKey } from './manifest.ts';
import type { StateFor } from './state.ts';

/** Which items an act is about, and whether each item must say why. */
const ACT_RULES: Readonly<Record<Act, { readonly kind: ItemKind; readonly reason: 'NONE' | 'TEXT' | 'GROUND' }>> = {
  RECOGNIZE: { kind: 'registration', reason: 'NONE' },
  REFUSE_RECOGNITION: { kind: 'registration', reason: 'TEXT' },
  REVOKE_RECOGNITION: { kind: 'registration', reason: 'TEXT' },
  COMMEND: { kind: 'commendation', reason: 'NONE' },
  REFUSE_COMMENDATION: { kind: 'commendation', reason: 'TEXT' },
  CANCEL_COMMENDATION: { kind: 'commendation', reason: 'GROUND' },
};

/** What an act is decided for. */
export const itemKindOf = (act: Act): ItemKind => ACT_RULES[act].kind;

/** Drafts a decision of an active body on one to a thousand different items of the kind its act is about. */
export const draft = ({ data, facts }: DraftDecision): Result => {
  const title = tidy(data.title);
  if (!facts.unitActive) return reject('unit-not-active', { pointer: '/unitId', params: { unit: data.unitId } });
  if (title === '') return reject('text-required', { pointer: '/title' });
  const items = data.items.map(tidyItem);
  const refusal = itemsRefusal(data.act, items);
  if (refusal !== undefined) return refusal;
  const unknown = itemsUnknown(items, facts.unknownItems);
  if (unknown !== undefined) return unknown;
  return accept({ type: 'DecisionDrafted', data: { ...data, title, items } });
};

const tidyItem = ({ kind, id, reason }: DecisionItem): DecisionItem =>
  reason === undefined || tidy(reason) === '' ? { kind, id } : { kind, id, reason: tidy(reason) };

const itemsRefusal = (act: Act, items: readonly DecisionItem[]): Refusal => {
  if (items.length === 0) return reject('items-required', { pointer: '/items' });
  if (items.length > MAX_ITEMS) return reject('too-many-items', { pointer: '/items', params: { max: MAX_ITEMS } });
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const pointer = `/items/${index}`;
    if (seen.has(itemKey(item))) return reject('item-twice', { pointer });
    seen.add(itemKey(item));
    if (item.kind !== ACT_RULES[act].kind) return reject('item-of-other-kind', { pointer });
    const refusal = reasonRefusal(act, item, `${pointer}/reason`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

const reasonRefusal = (act: Act, { reason }: DecisionItem, pointer: string): Refusal => {
  const rule = ACT_RULES[act].reason;
  if (rule === 'NONE') return undefined;
  if (reason === undefined) return reject('text-required', { pointer });
  if (rule === 'GROUND' && !CANCELLATION_GROUNDS.some((ground) => ground === reason))
    return reject('ground-unknown', { pointer });
  return undefined;
};

export const cancelDraft = ({ data }: CancelDraft, { decisionId }: StateFor<'CancelDraft'>): Result =>
  textMissing(data.reason, '/reason') ??
  accept({ type: 'DecisionDraftCancelled', data: { decisionId, reason: tidy(data.reason) } });
