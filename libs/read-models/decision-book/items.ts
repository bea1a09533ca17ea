import type { decision } from '#domain';
import type { RecordedIn } from '#event-store';
import type { RowKey } from '../tables/row-state.ts';
import type { DecisionItemRow } from './table.ts';

const keyOf = (decisionId: string, item: { readonly kind: string; readonly id: string }): RowKey => [
  decisionId,
  item.kind,
  item.id,
];

/** The items an event of a decision tells something about. */
export const itemKeysOf = (event: RecordedIn<'decision'>): readonly RowKey[] => {
  const { decisionId } = event.data;
  switch (event.type) {
    case 'DecisionDrafted':
      return event.data.items.map((item) => keyOf(decisionId, item));
    case 'DecisionFrozen':
      return event.data.manifest.map((item) => keyOf(decisionId, item));
    case 'DecisionItemApplied':
    case 'DecisionItemRejected':
      return [keyOf(decisionId, event.data)];
    case 'DecisionIssued':
    case 'DecisionCompleted':
    case 'SignedPaperFiled':
    case 'DecisionDraftCancelled':
    case 'DecisionNumberRefused':
      return [];
  }
};

/** An item of a decision after an event of the decision. */
export const evolveDecisionItem = (
  row: DecisionItemRow | undefined,
  event: RecordedIn<'decision'>,
  key: RowKey,
): DecisionItemRow | undefined => {
  const { position } = event;
  switch (event.type) {
    case 'DecisionDrafted':
      return listed(event.data.decisionId, event.data.items, key, position);
    case 'DecisionFrozen': {
      const item = row ?? listed(event.data.decisionId, event.data.manifest, key, position);
      const frozen = event.data.manifest.find(({ kind, id }) => kind === key[1] && id === key[2]);
      return item && { ...item, frozenRevision: frozen?.revision ?? null, position };
    }
    case 'DecisionItemApplied':
      return row && { ...row, outcome: 'APPLIED', position };
    case 'DecisionItemRejected':
      return row && { ...row, outcome: 'REJECTED', outcomeReason: event.data.reason, position };
    case 'DecisionIssued':
    case 'DecisionCompleted':
    case 'SignedPaperFiled':
    case 'DecisionDraftCancelled':
    case 'DecisionNumberRefused':
      return row;
  }
};

const listed = (
  decisionId: string,
  items: readonly decision.DecisionItem[],
  [, kind, id]: RowKey,
  position: number,
): DecisionItemRow | undefined => {
  const ordinal = items.findIndex((item) => item.kind === kind && item.id === id);
  const item = items[ordinal];
  return (
    item && {
      decisionId,
      kind: item.kind,
      itemId: item.id,
      ordinal,
      reason: item.reason ?? null,
      frozenRevision: null,
      outcome: 'PENDING',
      outcomeReason: null,
      position,
    }
  );
};
