import { inChunks, type Clock, type Rules } from '#engine';
import type { EventStore } from '#event-store';
import type { Pool } from 'pg';
import type { Mailer } from '../mail/mailer.port.ts';
import { claim, finish, markRecorded, type ClaimedMessage, type Outcome } from '../outbox/messages.ts';
import type { Recorder } from '../outbox/recorder.ts';
import { dropRungs, rungsOf, type GatheredRung } from '../outbox/rungs.ts';
import { quietRegulations } from '../sweep/group-rules.ts';
import type { StillOwed } from '../sweep/settle.ts';
import { afterFailure, type RetryPolicy } from './retry-policy.ts';
import type { WriteMail } from './write-mail.ts';

const AT_ONCE = 64;

export interface DeliveryOptions {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'head'>;
  readonly stillOwed: StillOwed;
  readonly recorder: Recorder;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly writeMail: WriteMail;
  /** Absent: only inboxes are filled. */
  readonly mailer?: Mailer | undefined;
  readonly retry: RetryPolicy;
  /** A message whose deliverer was not heard of for so long is delivered by another; 60,000 unless told. */
  readonly leaseMs?: number;
}

/**
 * Delivers messages that the queue brings. Each is claimed first, so that two that come at once deliver it once; asked
 * in the same breath, the log says what is still owed. May be broken off anywhere: the lease ends, and the message is
 * tried again under the same Message-ID.
 */
export type Deliver = (messageIds: readonly string[]) => Promise<void>;

/** A claimed message with what it tells of now. */
interface Ready {
  readonly message: ClaimedMessage;
  readonly rungs: readonly GatheredRung[];
}

export const createDelivery = (options: DeliveryOptions): Deliver => {
  const { pool, store, rules, clock, recorder, leaseMs = 60_000 } = options;

  const close = async (handled: readonly Outcome[], ready: readonly Ready[], checkedPosition: number) => {
    await finish(pool, handled, { checkedPosition, now: clock.now(), leaseMs });
    const sent = new Set(handled.filter(({ status }) => status === 'sent').map(({ id }) => id));
    const told = ready.filter(({ message }) => sent.has(message.id));
    await recorder.sent(told);
    await markRecorded(pool, [...sent]);
  };

  return async (messageIds) => {
    const quiet = quietRegulations(await rules.current(), clock.now());
    const claimed = await claim(pool, messageIds, quiet, leaseMs);
    if (claimed.length === 0) return;
    const checkedPosition = await store.head();
    const { ready, cancelled } = await dropDone(options, claimed);
    const [inboxes, mails] = [
      ready.filter(({ message }) => message.channel === 'INBOX'),
      ready.filter(({ message }) => message.channel === 'EMAIL'),
    ];
    const inboxed = inboxes.map(({ message }) => sent(message.id));
    await Promise.all([
      close([...cancelled, ...inboxed], inboxes, checkedPosition),
      Promise.all(mails.map((each) => sendMail(options, each))).then((outcomes) =>
        close(outcomes, mails, checkedPosition),
      ),
    ]);
  };
};

const sent = (id: string): Outcome => ({ id, status: 'sent', cause: null, lastError: null, retryMs: null });

/** Takes out what is owed no more; a message without anything left is cancelled. */
const dropDone = async ({ pool, stillOwed }: DeliveryOptions, claimed: readonly ClaimedMessage[]) => {
  const ids = claimed.map(({ id }) => id);
  const byMessage = await rungsOf(pool, ids);
  const all = [...byMessage.values()].flat();
  const owed = await inChunks(all, AT_ONCE, stillOwed);
  await dropRungs(
    pool,
    all.filter((_, index) => !owed[index]),
  );
  const left = new Set(all.filter((_, index) => owed[index]));
  const messages = claimed.map((message) => ({
    message,
    rungs: (byMessage.get(message.id) ?? []).filter((row) => left.has(row)),
  }));
  const cancelled = messages
    .filter(({ rungs }) => rungs.length === 0)
    .map(({ message }): Outcome => ({ ...sent(message.id), status: 'cancelled' }));
  return { ready: messages.filter(({ rungs }) => rungs.length > 0), cancelled };
};

const sendMail = async (options: DeliveryOptions, { message, rungs }: Ready): Promise<Outcome> => {
  const { mailer, writeMail, retry } = options;
  if (mailer === undefined) return afterFailure(message, { kind: 'transient', cause: 'no mail server is set' }, retry);
  const mail = await writeMail(message, rungs);
  if (mail === undefined) return afterFailure(message, { kind: 'address', cause: 'the person has no address' }, retry);
  const handover = await mailer.send(mail);
  return handover.kind === 'accepted' ? sent(message.id) : afterFailure(message, handover, retry);
};
