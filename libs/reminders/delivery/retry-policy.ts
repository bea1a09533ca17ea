import type { reminding } from '#domain';
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

/** What is given up at once, because trying again changes nothing. */
const GIVEN_UP: Readonly<Record<Exclude<Refused['kind'], 'transient'>, reminding.FailureCause>> = {
  address: 'address-refused',
  refused: 'mail-refused',
};

/** What becomes of a message that was not handed over. Waits are spread over half their length, so tries do not bunch. */
export const afterFailure = (
  { id, attempts }: { readonly id: string; readonly attempts: number },
  { kind, cause: lastError }: Refused,
  { firstWaitMs, random }: RetryPolicy,
): Outcome => {
  if (kind !== 'transient') return { id, status: 'parked', cause: GIVEN_UP[kind], lastError, retryMs: null };
  if (attempts >= MAX_TRIES) return { id, status: 'parked', cause: 'mail-unreachable', lastError, retryMs: null };
  const wait = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** (attempts - 1));
  return { id, status: 'queued', cause: null, lastError, retryMs: wait / 2 + (wait / 2) * random() };
};
