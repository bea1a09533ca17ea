/** Why a command on a commendation is refused. Stable: the API answers them as `code`. */
export type CommendationRejection =
  | 'role-not-allowed'
  /** params: status; NONE when there is no such commendation. */
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-past'
  | 'unit-not-active'
  | 'evidence-unknown'
  /** The dossier is a submission letter, an achievement report and minutes. params: missing. */
  | 'document-missing'
  | 'minutes-required'
  | 'model-not-recognized'
  /** One achievement earns one reward. */
  | 'reward-taken'
  | 'own-proposal'
  | 'not-competent'
  | 'council-unfavourable'
  | 'changed-after-freeze'
  | 'signer-proposed'
  | 'signer-verified'
  /** None of the four legal grounds. */
  | 'ground-unknown';
