/** Why a command on a cycle is refused. */
export type CycleRejection =
  | 'role-not-allowed'
  | 'cycle-exists'
  | 'cycle-missing'
  | 'cycle-closed'
  | 'unit-not-active'
  | 'name-empty'
  | 'reason-missing'
  | 'document-missing'
  | 'date-invalid'
  | 'date-in-future'
  | 'dates-out-of-order'
  | 'years-out-of-order'
  | 'regulation-missing'
  /** Not published, not yet in force, or superseded. */
  | 'regulation-not-in-force'
  /** Issued by a unit that is neither the opening unit nor above it. */
  | 'regulation-of-another-unit'
  /** A deadline is only ever moved to a later day. */
  | 'not-an-extension';
