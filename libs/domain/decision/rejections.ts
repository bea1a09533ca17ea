/** Why a command on a decision is refused. Stable: the API answers them as `code`. */
export const DECISION_REJECTIONS = [
  'role-not-allowed',
  /** params: status; NONE when there is no such decision. */
  'wrong-status',
  'text-required',
  'date-invalid',
  'date-in-future',
  'hash-malformed',
  'unit-not-active',
  'items-required',
  /** params: max. */
  'too-many-items',
  'item-twice',
  /** A registration in a decision on commendations, or the other way round. */
  'item-of-other-kind',
  /** Cancelling a commendation needs one of the four legal grounds. */
  'ground-unknown',
  /** params: items. */
  'item-not-found',
  /** params: items. */
  'item-not-eligible',
  'signer-froze',
  /** params: items. */
  'signer-appraised',
  /** params: items. */
  'signer-proposed',
  /** params: items. */
  'signer-verified',
  /** params: items. */
  'not-competent',
  /** The decision bears a date on which its items were not ready. params: readyOn. */
  'dates-out-of-order',
  /** The number comes from another body's book. */
  'issuer-differs',
  'number-refused',
  'number-in-use',
  'item-not-in-manifest',
] as const;

export type DecisionRejection = (typeof DECISION_REJECTIONS)[number];

/** Why a book refuses a number. */
export const NUMBERING_REJECTIONS = [
  'role-not-allowed',
  'text-required',
  'date-invalid',
  'date-in-future',
  'hash-malformed',
  'symbol-malformed',
  'number-malformed',
  'issuer-differs',
  'document-type-differs',
  /** The text on the paper says another number or symbol than the one entered. */
  'number-differs-from-text',
  'number-taken',
  'number-voided',
  /** params: next, max. */
  'gap-too-wide',
  'number-unknown',
  'number-in-use',
  /** The decision it was reserved for may still take it. */
  'number-pending',
  /** The book starts again each term, and the term was not named. */
  'term-required',
] as const;

export type NumberingRejection = (typeof NUMBERING_REJECTIONS)[number];
