import type { Pool } from 'pg';
import { renewEveryMs } from '#postgres';
import { renew, type ClaimedMessage } from '../outbox/messages.ts';

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
  const timer = setInterval(() => void renew(pool, claimed, leaseMs).catch(onError), renewEveryMs(leaseMs));
  return () => clearInterval(timer);
};
