import type { Command } from '../kernel/index.ts';

/**
 * Takes a key for a holder before the command that needs it. The holder asking again changes nothing; a key whose
 * holder turned out dead (declined, withdrawn, never created) passes on.
 */
export type ReserveKey = Command<
  'ReserveKey',
  { readonly key: string; readonly holder: string },
  /** Whether the present holder, if another one, still has a claim. */
  { readonly holderAlive: boolean }
>;

/** Gives a key back. Releasing what one does not hold changes nothing. */
export type ReleaseKey = Command<
  'ReleaseKey',
  { readonly key: string; readonly holder: string; readonly reason: string }
>;

export type ReservationCommand = ReserveKey | ReleaseKey;

/** Why a key cannot be reserved. */
export type ReservationRejection =
  | 'text-required'
  /** params: holder. */
  | 'key-taken';
