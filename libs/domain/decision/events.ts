import type { DomainEvent, EvidenceRef, LocalDate } from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';

/** The stream an item of a decision lives in. */
export type ItemKind = 'registration' | 'commendation';

export interface DecisionItem {
  readonly kind: ItemKind;
  readonly id: string;
  /** Why, where the act asks for it: refusal, revocation, cancellation. */
  readonly reason?: string;
}

export interface ManifestItem extends DecisionItem {
  /** The item's revision when the decision was frozen. */
  readonly revision: number;
}

/** domain.md 3.4: the parts are kept apart, and the string as it was typed beside them. */
export interface DocumentNumber {
  readonly number: number;
  /** e.g. `QĐ/TU`. It does not tell the type: 298-QĐ/TW is a Quy định. */
  readonly symbol: string;
  readonly issuerId: string;
  readonly docType: string;
  readonly issuedOn: LocalDate;
  readonly term?: string;
  /** e.g. `446-QĐ/TU`. */
  readonly text: string;
}

/** Stream `decision-<decisionId>`. */
export type DecisionEvent =
  | DomainEvent<
      'DecisionDrafted',
      {
        readonly decisionId: string;
        readonly unitId: string;
        readonly cycleId?: string;
        readonly act: Act;
        readonly title: string;
        readonly items: readonly DecisionItem[];
      }
    >
  | DomainEvent<
      'DecisionFrozen',
      {
        readonly decisionId: string;
        readonly manifest: readonly ManifestItem[];
        /** Hex SHA-256 over the manifest's canonical JSON. */
        readonly manifestSha256: string;
      }
    >
  | DomainEvent<
      'DecisionIssued',
      {
        readonly decisionId: string;
        readonly act: Act;
        readonly unitId: string;
        readonly documentNumber: DocumentNumber;
        readonly signerId: string;
        /** The capacity in which the signer signed, e.g. "TM. Ban Thường vụ". */
        readonly capacity: string;
        /** Hex SHA-256 of the signed paper; absent where the number was taken before the paper was signed. */
        readonly fileSha256?: string;
        /** The signed paper itself, whose hash that is; absent where it is filed later or was never stored. */
        readonly paper?: EvidenceRef;
        readonly manifest: readonly ManifestItem[];
      }
    >
  | DomainEvent<'DecisionItemApplied', { readonly decisionId: string; readonly kind: ItemKind; readonly id: string }>
  | DomainEvent<
      'DecisionItemRejected',
      { readonly decisionId: string; readonly kind: ItemKind; readonly id: string; readonly reason: string }
    >
  | DomainEvent<
      'DecisionCompleted',
      { readonly decisionId: string; readonly applied: number; readonly rejected: number }
    >
  /** The signed paper was stored after the decision took its number. One filed later stands beside the earlier one. */
  | DomainEvent<'SignedPaperFiled', { readonly decisionId: string; readonly paper: EvidenceRef }>
  | DomainEvent<'DecisionDraftCancelled', { readonly decisionId: string; readonly reason: string }>
  /** The decision will never take this number: its book may void it. */
  | DomainEvent<
      'DecisionNumberRefused',
      {
        readonly decisionId: string;
        readonly bookId: string;
        readonly documentNumber: DocumentNumber;
        readonly reason: string;
      }
    >;
