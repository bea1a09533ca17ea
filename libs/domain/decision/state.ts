import { evolveBy, personsOf, statusesAfter, wrongStatusIn } from '../kernel/index.ts';
import type { Recorded, StateFor as StateIn, Transitions } from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';
import type { DecisionCommand } from './commands.ts';
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
  /** The hash that was stated, or computed, when it was issued. */
  readonly fileSha256?: string;
  /** Hashes of the signed papers that are filed. */
  readonly papers: readonly string[];
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

/**
 * What each command may do to a decision, and from which status. `decide` refuses everything else, but what the system
 * asks for a second time, which changes nothing. The state diagram is drawn from it.
 */
export const transitions = {
  DraftDecision: { from: ['NONE'], events: { DecisionDrafted: 'DRAFT' } },
  CancelDraft: { from: ['DRAFT', 'FROZEN'], events: { DecisionDraftCancelled: 'CANCELLED' } },
  FreezeDecision: { from: ['DRAFT'], events: { DecisionFrozen: 'FROZEN' } },
  IssueDecision: { from: ['FROZEN'], events: { DecisionIssued: 'ISSUED' } },
  RecordItemResults: {
    from: ['ISSUED'],
    events: { DecisionItemApplied: 'same', DecisionItemRejected: 'same', DecisionCompleted: 'COMPLETED' },
  },
  FilePaper: { from: ['ISSUED', 'COMPLETED'], events: { SignedPaperFiled: 'same' } },
  RefuseNumber: {
    from: ['DRAFT', 'FROZEN', 'ISSUED', 'COMPLETED', 'CANCELLED'],
    events: { DecisionNumberRefused: 'same' },
  },
} as const satisfies Transitions<DecisionCommand, DecisionEvent, DecisionState>;

export const wrongStatus = wrongStatusIn('decision', transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);

/** The state in which a command is decided. */
export type StateFor<Type extends DecisionCommand['type']> = StateIn<typeof transitions, DecisionState, Type>;

export const evolve = evolveBy<DecisionState, Recorded<DecisionEvent>, typeof transitions>(transitions, {
  DecisionDrafted: (_, { data: { decisionId, unitId, act, title, items } }) => ({
    ...{ decisionId, unitId, act, title, items },
    refusedNumbers: [],
  }),
  DecisionFrozen: (state, { data: { manifest, manifestSha256 }, meta }) => ({
    ...state,
    ...{ manifest, manifestSha256 },
    frozenBy: personsOf(meta.actor),
  }),
  DecisionIssued: (state, { data: { documentNumber, signerId, fileSha256, paper } }) => ({
    ...state,
    ...{ documentNumber, signerId },
    ...(fileSha256 === undefined ? {} : { fileSha256 }),
    papers: paper === undefined ? [] : [paper.sha256],
    answers: [],
  }),
  SignedPaperFiled: (state, { data: { paper } }) => ({ ...state, papers: [...state.papers, paper.sha256] }),
  DecisionItemApplied: (state, { data: { kind, id } }) => answered(state, { kind, id, applied: true }),
  DecisionItemRejected: (state, { data: { kind, id } }) => answered(state, { kind, id, applied: false }),
  DecisionCompleted: (state) => state,
  DecisionDraftCancelled: ({ decisionId, unitId, act, title, items, refusedNumbers }) => ({
    ...{ decisionId, unitId, act, title, items, refusedNumbers },
  }),
  DecisionNumberRefused: (state, { data }) => ({
    ...state,
    refusedNumbers: [...state.refusedNumbers, data.documentNumber],
  }),
});

const answered = (state: StateFor<'RecordItemResults'>, answer: ItemAnswer) => ({
  ...state,
  answers: [...state.answers, answer],
});
