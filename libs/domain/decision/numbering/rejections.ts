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
  /** The text on the paper says another number or symbol than the one entered. */
  | 'number-differs-from-text'
  | 'number-taken'
  | 'number-voided'
  /** params: next, max. */
  | 'gap-too-wide'
  | 'number-unknown'
  | 'number-in-use'
  /** The decision it was reserved for may still take it. */
  | 'number-pending'
  /** The book starts again each term, and the term was not named. */
  | 'term-required';
