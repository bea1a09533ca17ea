/** Why a command on a person is refused. */
export type PersonRejection =
  | 'role-not-allowed'
  /** Nobody changes their own rights. */
  | 'own-rights'
  | 'person-exists'
  | 'person-missing'
  | 'name-empty'
  | 'email-invalid'
  | 'reason-missing'
  | 'date-invalid'
  | 'dates-out-of-order'
  | 'document-missing'
  | 'unit-missing'
  /** An appointment lies within the unit's dates. */
  | 'outside-unit-period'
  /** The person already holds this role in this unit on one of the days. */
  | 'already-appointed'
  | 'appointment-missing'
  /** The person has no account that is open. */
  | 'account-missing'
  /** It has already ended, or ends before the given instant. */
  | 'appointment-ended'
  /** Rights that were exercised stay lawful: an end is never in the past. */
  | 'end-in-the-past';
