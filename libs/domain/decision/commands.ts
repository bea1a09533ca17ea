import type { Command, EvidenceFacts, EvidenceRef, LocalDate, Rejected } from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';
import type { DecisionItem, DocumentNumber, ItemKind } from './events.ts';

/** One decision names at most so many items; a longer list is split over several decisions. */
export const MAX_ITEMS = 1000;

/** An item as it stands when the decision is frozen. */
export interface ItemFacts {
  readonly kind: ItemKind;
  readonly id: string;
  /** The item's revision now; -1 when there is no such stream. */
  readonly revision: number;
  /** As people know it: the model's name, or the recipient's. */
  readonly name: string;
  /** Why the act cannot be decided for it as it stands: its status does not admit it, or its appraisal was not passed. */
  readonly refused?: Pick<Rejected, 'reason' | 'params'>;
}

/** What somebody did with an item that keeps them from signing the decision on it. */
export type ItemPart = 'DRAFTED_OR_SUBMITTED' | 'APPRAISED' | 'PROPOSED' | 'VERIFIED';

/** The persons who stand in a signer's way on one item. */
export interface ItemPersons {
  readonly id: string;
  readonly part: ItemPart;
  readonly personIds: readonly string[];
}

export type ItemResult =
  | { readonly kind: ItemKind; readonly id: string; readonly outcome: 'APPLIED' }
  | { readonly kind: ItemKind; readonly id: string; readonly outcome: 'REJECTED'; readonly reason: string };

export type DraftDecision = Command<
  'DraftDecision',
  {
    readonly decisionId: string;
    /** The issuing body. */
    readonly unitId: string;
    readonly cycleId?: string;
    readonly act: Act;
    readonly title: string;
    readonly items: readonly DecisionItem[];
  },
  {
    readonly unitActive: boolean;
    /** Ids of items that do not exist for who drafts it: there is none, or they may not see it. */
    readonly unknownItems: readonly string[];
  }
>;

export type CancelDraft = Command<'CancelDraft', { readonly reason: string }>;

/** `manifestSha256` is the hex SHA-256 of `manifestText(manifestOf(state, facts.items))`. */
export type FreezeDecision = Command<
  'FreezeDecision',
  Record<never, never>,
  { readonly items: readonly ItemFacts[]; readonly manifestSha256: string }
>;

export type IssueDecision = Command<
  'IssueDecision',
  {
    readonly documentNumber: DocumentNumber;
    /** The capacity in which the signer signs, e.g. "TM. Ban Thường vụ". */
    readonly capacity: string;
    /** The signed paper, where it is stored already. */
    readonly paper?: EvidenceRef;
    /** Hex SHA-256 of the signed paper, as somebody states it; that of the stored one is computed. */
    readonly fileSha256?: string;
  },
  {
    readonly itemPersons: readonly ItemPersons[];
    /** Ids of the items for which the issuing body is not competent on the date of issue. */
    readonly notCompetentFor: readonly string[];
    /** The bodies above these items that are. */
    readonly competentBodies: readonly string[];
    /** The items that do not stand as they were frozen, by name: they will drop out. */
    readonly changed: readonly string[];
    /** None of the items stands as it was frozen. */
    readonly allChanged: boolean;
    /** The latest day on which one of the items became ready for the act (appraised, voted, submitted). */
    readonly itemsReadyOn?: LocalDate;
    readonly paperOf?: PaperOf | undefined;
  }
>;

/** Another decision has the very same file as its signed paper; it has no number while it is being issued. */
interface PaperOf {
  readonly number: string | undefined;
}

/** Stores the signed paper with the decision: number first, then print, sign, stamp, scan. */
export type FilePaper = Command<
  'FilePaper',
  { readonly paperId: string },
  EvidenceFacts & { readonly paperOf?: PaperOf | undefined }
>;

/**
 * By people, or by the system after a refused issue: gives up a number for good, so that its book may void it; the
 * decision then never takes it.
 */
export type RefuseNumber = Command<
  'RefuseNumber',
  { readonly bookId: string; readonly documentNumber: DocumentNumber; readonly reason: string }
>;

/** What became of some of the items. The same answer twice counts once. */
export type RecordItemResults = Command<'RecordItemResults', { readonly results: readonly ItemResult[] }>;

export type DecisionCommand =
  DraftDecision | CancelDraft | FreezeDecision | IssueDecision | FilePaper | RefuseNumber | RecordItemResults;

/** Why a command on a decision is refused. Stable: the API answers them as `code`. */
export type DecisionRejection =
  | 'role-not-allowed'
  /** params: status; NONE when there is no such decision. */
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-future'
  | 'hash-malformed'
  /** The stored paper is not the one whose hash was stated. */
  | 'hash-differs'
  | 'evidence-unknown'
  /** The file is not of the kind DECISION. */
  | 'signed-paper-required'
  | 'paper-filed-already'
  /** params: number, of the other one. */
  | 'paper-of-another-decision'
  | 'unit-not-active'
  | 'items-required'
  /** params: max. */
  | 'too-many-items'
  | 'item-twice'
  /** A registration in a decision on commendations, or the other way round. */
  | 'item-of-other-kind'
  /** Cancelling a commendation needs one of the four legal grounds. */
  | 'ground-unknown'
  /** params: items. */
  | 'item-not-found'
  /** With why not, item by item, in `problems`. params: items (names). */
  | 'item-not-eligible'
  /** It stands in another list that was frozen. params: title, of a decision that the asker sees. */
  | 'item-in-other-decision'
  /** None of the items is as it was frozen: a number would be taken for nothing. */
  | 'nothing-left-to-decide'
  /** Refuses nothing: told before a list is frozen. */
  | 'nobody-to-sign'
  /** Refuses nothing: told before a list is signed. params: items (names). */
  | 'items-drop-out'
  | 'signer-froze'
  /** params: items. */
  | 'signer-drafted-or-submitted'
  /** params: items. */
  | 'signer-appraised'
  /** params: items. */
  | 'signer-proposed'
  /** params: items. */
  | 'signer-verified'
  /** params: items. */
  | 'not-competent'
  /** The decision bears a date on which its items were not ready. params: notBefore. */
  | 'dates-out-of-order'
  /** The number comes from another body's book. */
  | 'issuer-differs'
  | 'number-refused'
  | 'number-in-use'
  | 'item-not-in-manifest';
