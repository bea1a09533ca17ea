/** Why a command on a decision is refused. Stable: the API answers them as `code`. */
export type DecisionRejection =
  | 'role-not-allowed'
  /** params: status; NONE when there is no such decision. */
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-future'
  | 'hash-malformed'
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
  /** params: items. */
  | 'item-not-eligible'
  | 'signer-froze'
  /** params: items. */
  | 'signer-appraised'
  /** params: items. */
  | 'signer-proposed'
  /** params: items. */
  | 'signer-verified'
  /** params: items. */
  | 'not-competent'
  /** The decision bears a date on which its items were not ready. params: readyOn. */
  | 'dates-out-of-order'
  /** The number comes from another body's book. */
  | 'issuer-differs'
  | 'number-refused'
  | 'number-in-use'
  | 'item-not-in-manifest';
