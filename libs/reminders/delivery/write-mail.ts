import type { Mail } from '../mail/mailer.port.ts';
import type { ClaimedMessage } from '../outbox/messages.ts';
import type { GatheredRung } from '../outbox/rungs.ts';

/** Writes the mail of a message. Undefined when the person can be written to no more. */
export type WriteMail = (message: ClaimedMessage, rungs: readonly GatheredRung[]) => Promise<Mail | undefined>;
