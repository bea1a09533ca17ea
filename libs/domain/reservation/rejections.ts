/** Why a key cannot be reserved. */
export type ReservationRejection =
  | 'text-required'
  /** params: holder. */
  | 'key-taken';
