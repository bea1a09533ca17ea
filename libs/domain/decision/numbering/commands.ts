import type { Command, EvidenceRef, LocalDate } from '../../kernel/index.ts';

/** A number entered from paper may lie at most so many above the book's next one: those of a term have four digits. */
export const MAX_GAP = 9999;

/**
 * Takes a number for a decision: the book's next one, or the one its paper already bears. The same decision asking
 * again gets the same number. All that issuing needs is kept with it, so that it can be carried on after a crash.
 */
export type ReserveNumber = Command<
  'ReserveNumber',
  {
    readonly bookId: string;
    readonly decisionId: string;
    readonly symbol: string;
    readonly issuerId: string;
    readonly docType: string;
    readonly issuedOn: LocalDate;
    readonly term?: string;
    /**
     * The number an existing paper bears, and how it is written there. Where it is above the book's next one, `gap` says
     * how many numbers stay empty below it: so nobody leaves a gap by a slip.
     */
    readonly requested?: { readonly number: number; readonly text?: string; readonly gap?: number };
    readonly capacity: string;
    readonly fileSha256?: string;
    readonly paper?: EvidenceRef;
  }
>;

/** What the decision for which a number was reserved has done with it: `numberUse(decisionState, number)`. */
export type NumberUse = 'PENDING' | 'ISSUED' | 'RELEASED';

export type VoidNumber = Command<
  'VoidNumber',
  { readonly bookId: string; readonly number: number; readonly reason: string },
  /** RELEASED also for a number that was reserved for no decision. */
  { readonly use: NumberUse }
>;

export type NumberingCommand = ReserveNumber | VoidNumber;

/** Why a book refuses a number. */
export type NumberingRejection =
  | 'role-not-allowed'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-future'
  | 'hash-malformed'
  | 'symbol-malformed'
  | 'number-malformed'
  | 'issuer-differs'
  | 'document-type-differs'
  /** The regulation has no such type. params: types. */
  | 'document-type-unknown'
  /** params: abbreviation. */
  | 'symbol-of-another-type'
  /** The text on the paper is written in neither habit, or in signs that only look like it. */
  | 'number-text-malformed'
  /** The text on the paper says another number or symbol than the one entered. */
  | 'number-differs-from-text'
  | 'number-taken'
  | 'number-voided'
  /** params: next, max. */
  | 'gap-too-wide'
  /** The number leaves a gap that nobody named. params: next, gap. */
  | 'gap-unconfirmed'
  | 'number-unknown'
  | 'number-in-use'
  /** The decision it was reserved for may still take it. */
  | 'number-pending'
  /** The book starts again each term, and the term was not named. */
  | 'term-required';
