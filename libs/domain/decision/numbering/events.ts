import type { DomainEvent, EvidenceRef } from '../../kernel/index.ts';
import type { DocumentNumber } from '../events.ts';

/** Stream `numbering-<uuid>`: the number book of one (issuer, document type, year or term). */
export type NumberingEvent =
  | DomainEvent<
      'NumberReserved',
      {
        readonly bookId: string;
        readonly documentNumber: DocumentNumber;
        readonly decisionId: string;
        readonly signerId: string;
        readonly capacity: string;
        readonly fileSha256?: string;
        /** The signed paper, where it is stored already. */
        readonly paper?: EvidenceRef;
      }
    >
  /** The numbers from `from` to `to` were given out on paper; each is still entered by the decision that bears it. */
  | DomainEvent<'NumbersIssuedOnPaper', { readonly bookId: string; readonly from: number; readonly to: number }>
  | DomainEvent<
      'NumberVoided',
      { readonly bookId: string; readonly number: number; readonly decisionId?: string; readonly reason: string }
    >;
