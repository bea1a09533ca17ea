/** Why a key cannot be reserved. */
export type ReservationRejection =
  /** params: holder. */
  'key-taken';
