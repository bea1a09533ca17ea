/** Why a command on a commendation is refused. */
export type CommendationRejection =
  | 'role-not-allowed'
  | 'not-found'
  | 'already-exists'
  /** params: status. */
  | 'wrong-status'
  | 'unit-not-active'
  | 'recipient-name-missing'
  | 'achievement-missing'
  | 'model-not-recognized'
  | 'reward-taken'
  /** params: missing. */
  | 'dossier-incomplete'
  | 'reason-missing'
  | 'date-malformed'
  | 'due-in-the-past'
  | 'own-proposal'
  | 'opinion-missing'
  | 'minutes-missing'
  | 'not-competent'
  | 'council-unfavourable'
  | 'changed-after-freeze'
  | 'signer-proposed'
  | 'signer-verified'
  | 'unknown-ground';
