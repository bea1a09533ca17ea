import type { Pool } from 'pg';
import { renew, type ClaimedMessage } from '../outbox/messages.ts';

/** Renewals within one lease: two may be lost. */
const RENEWALS = 3;

/**
 * Keeps messages claimed for as long as their deliverer is at it, however slow the mail server is. Somebody else takes
 * them when nothing was heard of this process for the length of a lease.
 * @returns ends it.
 */
export const keepLeases = (
  pool: Pool,
  claimed: readonly ClaimedMessage[],
  leaseMs: number,
  onError: (error: unknown) => void,
): (() => void) => {
  const timer = setInterval(() => {
    renew(pool, claimed, leaseMs).catch(onError);
  }, leaseMs / RENEWALS);
  return () => {
    clearInterval(timer);
  };
};
