import { personsOf } from '../kernel/index.ts';
import type { Recorded } from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';
import type { DecisionEvent, DecisionItem, DocumentNumber, ItemKind, ManifestItem } from './events.ts';

interface Draft {
  readonly decisionId: string;
  /** The issuing body. */
  readonly unitId: string;
  readonly act: Act;
  readonly title: string;
  readonly items: readonly DecisionItem[];
  /** Numbers the decision gave up for good. */
  readonly refusedNumbers: readonly DocumentNumber[];
}

interface Frozen extends Draft {
  readonly manifest: readonly ManifestItem[];
  readonly manifestSha256: string;
  /** The persons who froze it: the one who acted and the one whose authority was used. */
  readonly frozenBy: readonly string[];
}

export interface ItemAnswer {
  readonly kind: ItemKind;
  readonly id: string;
  readonly applied: boolean;
}

interface Issued extends Frozen {
  readonly documentNumber: DocumentNumber;
  readonly signerId: string;
  /** The items that answered so far. */
  readonly answers: readonly ItemAnswer[];
}

export type DecisionState =
  | { readonly status: 'NONE' }
  | ({ readonly status: 'DRAFT' } & Draft)
  | ({ readonly status: 'FROZEN' } & Frozen)
  | ({ readonly status: 'ISSUED' } & Issued)
  | ({ readonly status: 'COMPLETED' } & Issued)
  | ({ readonly status: 'CANCELLED' } & Draft);

export type DecisionStatus = DecisionState['status'];

export const initial: DecisionState = { status: 'NONE' };

type Event<Type extends DecisionEvent['type']> = Extract<Recorded<DecisionEvent>, { readonly type: Type }>;

/** Never fails, whatever the status: what the log holds was decided. */
export const evolve = (state: DecisionState, event: Recorded<DecisionEvent>): DecisionState => {
  switch (event.type) {
    case 'DecisionDrafted':
      return drafted(event);
    case 'DecisionFrozen':
      return frozen(state, event);
    case 'DecisionIssued':
      return issued(state, event);
    case 'DecisionItemApplied':
      return answered(state, { kind: event.data.kind, id: event.data.id, applied: true });
    case 'DecisionItemRejected':
      return answered(state, { kind: event.data.kind, id: event.data.id, applied: false });
    case 'DecisionCompleted':
      return state.status === 'ISSUED' ? { ...state, status: 'COMPLETED' } : state;
    case 'DecisionDraftCancelled':
      return state.status === 'DRAFT' || state.status === 'FROZEN' ? cancelled(state) : state;
    case 'DecisionNumberRefused':
      return state.status === 'NONE'
        ? state
        : { ...state, refusedNumbers: [...state.refusedNumbers, event.data.documentNumber] };
  }
};

const drafted = ({ data }: Event<'DecisionDrafted'>): DecisionState => ({
  status: 'DRAFT',
  decisionId: data.decisionId,
  unitId: data.unitId,
  act: data.act,
  title: data.title,
  items: data.items,
  refusedNumbers: [],
});

const frozen = (state: DecisionState, { data, meta }: Event<'DecisionFrozen'>): DecisionState =>
  state.status === 'DRAFT'
    ? {
        ...state,
        status: 'FROZEN',
        manifest: data.manifest,
        manifestSha256: data.manifestSha256,
        frozenBy: personsOf(meta.actor),
      }
    : state;

const issued = (state: DecisionState, { data }: Event<'DecisionIssued'>): DecisionState =>
  state.status === 'FROZEN'
    ? { ...state, status: 'ISSUED', documentNumber: data.documentNumber, signerId: data.signerId, answers: [] }
    : state;

const answered = (state: DecisionState, answer: ItemAnswer): DecisionState =>
  state.status === 'ISSUED' ? { ...state, answers: [...state.answers, answer] } : state;

const cancelled = ({ decisionId, unitId, act, title, items, refusedNumbers }: Draft): DecisionState => ({
  status: 'CANCELLED',
  decisionId,
  unitId,
  act,
  title,
  items,
  refusedNumbers,
});
