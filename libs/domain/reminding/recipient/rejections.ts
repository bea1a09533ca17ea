/** Why a choice of how to be reminded is refused. */
export type RecipientRejection =
  | 'role-not-allowed'
  /** Nobody chooses for another person. */
  | 'not-yourself'
  /** The regulation lets nobody choose. */
  | 'settings-not-allowed';
