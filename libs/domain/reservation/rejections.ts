/** Why a key cannot be reserved. */
export const RESERVATION_REJECTIONS = [
  'text-required',
  /** params: holder. */
  'key-taken',
] as const;

export type ReservationRejection = (typeof RESERVATION_REJECTIONS)[number];
