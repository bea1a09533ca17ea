import type { reminding } from '#domain';
import { waitMs } from '#event-store';
import type { Outcome } from '../outbox/messages.ts';
import type { Handover } from '../mail/mailer.port.ts';

/** Tries of one message before it is given up: with waits of up to an hour they fill most of a working day. */
const MAX_TRIES = 12;
const LONGEST_WAIT_MS = 3_600_000;

export interface RetryPolicy {
  /** The wait after the first try, in milliseconds; each later one is twice as long. */
  readonly firstWaitMs: number;
  readonly random: () => number;
}

type Refused = Exclude<Handover, { readonly kind: 'accepted' }>;

/** Why a message is given up. */
const CAUSES: Readonly<Record<Refused['kind'], reminding.FailureCause>> = {
  transient: 'mail-unreachable',
  'not-admitted': 'mail-refused',
  address: 'address-refused',
  refused: 'mail-refused',
};

/** What is tried again before it is given up: with the others it would change nothing. */
const TRIED_AGAIN: readonly Refused['kind'][] = ['transient', 'not-admitted'];

/** What becomes of a message that was not handed over. Waits are spread over half their length, so tries do not bunch. */
export const afterFailure = (
  { id, attempts }: { readonly id: string; readonly attempts: number },
  { kind, cause: lastError }: Refused,
  { firstWaitMs, random }: RetryPolicy,
): Outcome => {
  if (!TRIED_AGAIN.includes(kind) || attempts >= MAX_TRIES)
    return { id, status: 'parked', cause: CAUSES[kind], lastError, retryMs: null };
  const retryMs = waitMs({ firstMs: firstWaitMs, maxMs: LONGEST_WAIT_MS, random }, attempts - 1);
  return { id, status: 'queued', cause: null, lastError, retryMs };
};
