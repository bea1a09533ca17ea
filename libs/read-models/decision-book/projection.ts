import { decision, fold } from '#domain';
import { eventsIn, type RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, stampOf, type RowState, type Stamp } from '../tables/row-state.ts';
import { insertRows } from '../tables/write.ts';
import { evolveDecisionItem, itemKeysOf } from './items.ts';
import { evolveNumber, numberKeysOf } from './number-book.ts';
import { decisionHistory, decisionItems, decisionPapers, decisions, numbers } from './table.ts';
import type { DecisionItemRow, DecisionPaperRow, DecisionRow, DecisionTableRow, NumberRow } from './table.ts';

type Event = RecordedIn<'decision'>;
type Line = Omit<DecisionRow, keyof Stamp>;
type Drafted = Extract<Event, { type: 'DecisionDrafted' }>;

/** The line of the book after an event of its decision. */
const evolveDecision = (
  row: DecisionTableRow | undefined,
  event: RecordedIn<'decision'>,
): DecisionTableRow | undefined => {
  const line = event.type === 'DecisionDrafted' ? draft(event) : row && move(row, event);
  return line && { ...line, ...searchOf(line), ...stampOf(event) };
};

const searchOf = ({ title, numberText }: Line): Pick<DecisionTableRow, 'folded' | 'numberKey'> => ({
  folded: fold(`${title} ${numberText ?? ''}`),
  numberKey: numberText === null ? null : decision.numberKey(numberText),
});

const draft = ({ data, meta }: Drafted): Line => ({
  id: data.decisionId,
  unitId: data.unitId,
  cycleId: data.cycleId ?? null,
  act: data.act,
  title: data.title,
  status: decision.statusAfter.DecisionDrafted,
  itemCount: data.items.length,
  draftedBy: meta.actor.personId,
  frozenBy: null,
  manifestSha256: null,
  documentNumber: null,
  numberText: null,
  issuedOn: null,
  signerId: null,
  capacity: null,
  fileSha256: null,
  applied: 0,
  rejected: 0,
  cancelReason: null,
});

const move = (row: Line, event: Exclude<Event, Drafted>): Line => {
  switch (event.type) {
    case 'DecisionFrozen': {
      const { manifest, manifestSha256 } = event.data;
      return {
        ...row,
        status: decision.statusAfter[event.type],
        frozenBy: event.meta.actor.personId,
        manifestSha256,
        itemCount: manifest.length,
      };
    }
    case 'DecisionIssued':
      return { ...row, status: decision.statusAfter[event.type], ...signed(event.data) };
    case 'DecisionItemApplied':
      return { ...row, applied: row.applied + 1 };
    case 'DecisionItemRejected':
      return { ...row, rejected: row.rejected + 1 };
    case 'DecisionCompleted':
      return {
        ...row,
        status: decision.statusAfter[event.type],
        applied: event.data.applied,
        rejected: event.data.rejected,
      };
    case 'DecisionDraftCancelled':
      return { ...row, status: decision.statusAfter[event.type], cancelReason: event.data.reason };
    case 'SignedPaperFiled':
      return { ...row, fileSha256: row.fileSha256 ?? event.data.paper.sha256 };
    case 'DecisionNumberRefused':
      return row;
  }
};

const signed = (data: Extract<Event, { type: 'DecisionIssued' }>['data']) => ({
  documentNumber: data.documentNumber,
  numberText: data.documentNumber.text,
  issuedOn: data.documentNumber.issuedOn,
  signerId: data.signerId,
  capacity: data.capacity,
  fileSha256: data.fileSha256 ?? null,
});

export const decisionState: RowState<DecisionTableRow, 'decision'> = {
  table: decisions,
  categories: ['decision'],
  evolve: evolveDecision,
};

export const itemState: RowState<DecisionItemRow, 'decision'> = {
  table: decisionItems,
  categories: ['decision'],
  keysOf: itemKeysOf,
  evolve: evolveDecisionItem,
};

export const numberState: RowState<NumberRow, 'numbering'> = {
  table: numbers,
  categories: ['numbering'],
  keysOf: numberKeysOf,
  evolve: evolveNumber,
};

/** The signed paper that an event stores with its decision. */
const papersIn = ({ type, data, position }: Event): DecisionPaperRow[] =>
  (type === 'DecisionIssued' || type === 'SignedPaperFiled') && data.paper !== undefined
    ? [{ ...data.paper, decisionId: data.decisionId, position }]
    : [];

/** The decision book and its number books: what was decided on which paper, and what became of each item. */
export const decisionBookProjection: Projection<'decision' | 'numbering'> = {
  name: 'decision-book',
  version: 7,
  categories: ['decision', 'numbering'],
  tables: [decisions, decisionHistory, decisionItems, decisionPapers, numbers],
  apply: async (events, tx) => {
    const steps = await applyRowState(decisionState, events, tx);
    const changed = steps.filter(({ before, after }) => before?.status !== after.status).map(({ after }) => after);
    await insertRows(decisionHistory, changed, tx);
    await insertRows(decisionPapers, eventsIn(events, ['decision']).flatMap(papersIn), tx);
    await applyRowState(itemState, events, tx);
    await applyRowState(numberState, events, tx);
  },
};
