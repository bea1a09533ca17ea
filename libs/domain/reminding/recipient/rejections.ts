/** Why a choice of how to be reminded is refused. */
export const RECIPIENT_REJECTIONS = [
  'role-not-allowed',
  /** Nobody chooses for another person. */
  'not-yourself',
  /** The regulation lets nobody choose. */
  'settings-not-allowed',
] as const;
export type RecipientRejection = (typeof RECIPIENT_REJECTIONS)[number];
