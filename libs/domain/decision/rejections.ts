/** Why a command on a decision is refused. */
export type DecisionRejection =
  | 'role-not-allowed'
  | 'not-found'
  | 'already-exists'
  /** params: status. */
  | 'wrong-status'
  | 'unit-not-active'
  | 'title-missing'
  | 'reason-missing'
  | 'no-items'
  /** params: max. */
  | 'too-many-items'
  | 'duplicate-item'
  | 'item-kind-mismatch'
  | 'item-reason-missing'
  | 'unknown-ground'
  /** params: items. */
  | 'item-unknown'
  /** params: items. */
  | 'item-not-eligible'
  | 'hash-malformed'
  | 'capacity-missing'
  | 'signer-froze'
  /** params: items. */
  | 'signer-appraised'
  /** params: items. */
  | 'not-competent'
  | 'issued-in-future'
  | 'issued-before-frozen-items'
  | 'issuer-mismatch'
  | 'number-refused'
  | 'number-in-use';

/** Why a book refuses a number. */
export type NumberingRejection =
  | 'role-not-allowed'
  | 'wrong-book'
  | 'symbol-malformed'
  | 'document-type-missing'
  | 'date-malformed'
  | 'issued-in-future'
  | 'capacity-missing'
  | 'hash-malformed'
  | 'number-malformed'
  /** The text on the paper says another number than the one entered. params: number. */
  | 'number-mismatch'
  /** params: number. */
  | 'number-taken'
  /** params: number. */
  | 'number-voided'
  /** params: next, max. */
  | 'gap-too-wide'
  /** The book has no such number yet. params: number. */
  | 'number-unknown'
  | 'number-in-use'
  | 'number-pending'
  | 'reason-missing';
