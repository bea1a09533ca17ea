import { awaitAll, chunksOf, inChunks, type Clock } from '#engine';
import { type Rules } from '#use-cases';
import type { EventLog } from '#event-store';
import { coalesced } from '#postgres';
import type { Pool } from 'pg';
import type { Handover, Mail, Mailer } from '../mail/mailer.port.ts';
import { claim, finish, markRecorded, type ClaimedMessage, type Finished, type Outcome } from '../outbox/messages.ts';
import type { Recorder } from '../outbox/recorder.ts';
import { dropRungs, rungsOf, type GatheredRung } from '../outbox/rungs.ts';
import { quietRegulations } from '../sweep/group-rules.ts';
import type { StillOwed } from '../sweep/settle.ts';
import { keepLeases } from './keep-leases.ts';
import { afterFailure, type RetryPolicy } from './retry-policy.ts';
import { limitConcurrency } from './concurrency.ts';
import type { WriteMail } from './write-mail.ts';

const AT_ONCE = 64;

/** Mails about which the log is asked in one breath. They are all on their way when it has answered. */
const GROUP = 20;
/** What the log said of a duty holds for so many milliseconds; a mail that takes longer to be written is asked about again. */
const LOOK_HOLDS_MS = 2000;
/** Groups on their way in this process: while one is handed over, others are asked about, written and recorded. */
const GROUPS_AT_ONCE = 3;

export interface DeliveryOptions {
  readonly pool: Pool;
  readonly store: Pick<EventLog, 'head'>;
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
  /** Told of what is broken on our side; the message it happened to is tried again, and given up in the end. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Delivers messages that the queue brings. Each is claimed first, so that two that come at once deliver it once, and
 * stays claimed while this process lives. The log is asked what is still owed right before a message is handed over.
 * May be broken off anywhere: the lease ends, and the message is tried again under the same Message-ID.
 */
export type Deliver = (messageIds: readonly string[]) => Promise<void>;

/** A claimed message with what it tells of. */
interface Ready {
  readonly message: ClaimedMessage;
  readonly rungs: readonly GatheredRung[];
}

/** What the log said of some messages. */
interface Looked {
  readonly checkedPosition: number;
  /** When it was said, by the clock that never goes back. */
  readonly saidAt: number;
  /** Those that still have something to tell, and only that. */
  readonly ready: readonly Ready[];
  /** Those that have nothing to tell any more, or could not be looked up. */
  readonly others: readonly Finished[];
}

export const createDelivery = (options: DeliveryOptions): Deliver => {
  const { pool, rules, clock, recorder, leaseMs = 60_000, onError = () => undefined } = options;
  const limited = limitConcurrency(GROUPS_AT_ONCE);
  const close = coalesced((finished: readonly (readonly Finished[])[]) =>
    finish(pool, finished.flat(), { now: clock.now(), leaseMs }),
  );

  const fillInboxes = async (inboxes: readonly Ready[]): Promise<readonly Ready[]> => {
    if (inboxes.length === 0) return [];
    const { checkedPosition, ready, others } = await look(options, inboxes);
    await close([...others, ...ready.map(({ message }) => ended(message, SENT, checkedPosition))]);
    return ready;
  };

  const mailGroup = async (group: readonly Ready[]): Promise<readonly Ready[]> => {
    const { checkedPosition, saidAt, ready, others } = await look(options, group);
    if (others.length > 0) await close(others);
    const mails = await awaitAll(ready.map((each) => writeOne(options, each)));
    // The database may have been away meanwhile, and a duty done.
    if (performance.now() - saidAt > LOOK_HOLDS_MS) return mailGroup(ready);
    const outcomes = await awaitAll(
      mails.map(async ({ message, mail }) => {
        const outcome = await sendMail(options, message, mail);
        await close([ended(message, outcome, checkedPosition)]);
        return outcome.status;
      }),
    );
    return ready.filter((_, index) => outcomes[index] === 'sent');
  };

  const deliverAll = async (claimed: readonly ClaimedMessage[]): Promise<void> => {
    const rungs = await rungsOf(
      pool,
      claimed.map(({ id }) => id),
    );
    const all = claimed.map((message) => ({ message, rungs: rungs.get(message.id) ?? [] }));
    const mails = all.filter(({ message }) => message.channel === 'EMAIL');
    const inboxes = all.filter(({ message }) => message.channel === 'INBOX');
    const told = await awaitAll(
      [fillInboxes(inboxes), ...chunksOf(mails, GROUP).map((group) => limited(() => mailGroup(group)))].map(record),
    );
    await markRecorded(
      pool,
      told.flat().map(({ message }) => message.id),
    );
  };

  /** What was sent is entered into the log, whatever becomes of the other messages. */
  const record = async (sending: Promise<readonly Ready[]>): Promise<readonly Ready[]> => {
    const sent = await sending;
    await recorder.sent(sent);
    return sent;
  };

  return async (messageIds) => {
    const quiet = quietRegulations(await rules.current(), clock.now());
    const claimed = await claim(pool, messageIds, quiet, leaseMs);
    if (claimed.length === 0) return;
    const end = keepLeases(pool, claimed, leaseMs, onError);
    try {
      await deliverAll(claimed);
    } finally {
      end();
    }
  };
};

type Result = Omit<Outcome, 'id'>;

const SENT: Result = { status: 'sent', cause: null, lastError: null, retryMs: null };
const CANCELLED: Result = { ...SENT, status: 'cancelled' };

const ended = ({ id, attempts }: ClaimedMessage, result: Result, checkedPosition: number): Finished => ({
  ...result,
  ...{ id, attempts, checkedPosition },
});

/** Takes out what is owed no more; a message without anything left is cancelled. */
const look = async (options: DeliveryOptions, messages: readonly Ready[]): Promise<Looked> => {
  const checkedPosition = await options.store.head();
  const all = messages.flatMap(({ rungs }) => rungs);
  const answers = await inChunks(all, AT_ONCE, (row) =>
    options.stillOwed(row).catch((error: unknown) => failed(options, error)),
  );
  const saidAt = performance.now();
  const said = new Map(all.map((row, index) => [row, answers[index]]));
  await dropRungs(
    options.pool,
    all.filter((row) => said.get(row) === false),
  );
  const looked = messages.map(({ message, rungs }) => ({
    message,
    rungs: rungs.filter((row) => said.get(row) === true),
    broken: rungs.map((row) => said.get(row)).find((answer) => typeof answer === 'object'),
  }));
  return {
    ...{ checkedPosition, saidAt },
    ready: looked.filter(({ rungs, broken }) => broken === undefined && rungs.length > 0),
    others: looked.flatMap(({ message, rungs, broken }) => {
      if (broken !== undefined) return [ended(message, afterFailure(message, broken, options.retry), checkedPosition)];
      return rungs.length === 0 ? [ended(message, CANCELLED, checkedPosition)] : [];
    }),
  };
};

/** A mail as it will be handed over, or why there is none. */
type Written = { readonly mail: Mail } | Exclude<Handover, { readonly kind: 'accepted' }>;

const writeOne = async (options: DeliveryOptions, { message, rungs }: Ready) => {
  const write = async (): Promise<Written> => {
    const mail = await options.writeMail(message, rungs);
    return mail === undefined ? { kind: 'address', cause: 'the person has no address' } : { mail };
  };
  return { message, mail: await write().catch((error: unknown): Written => failed(options, error)) };
};

const sendMail = async (options: DeliveryOptions, message: ClaimedMessage, written: Written): Promise<Result> => {
  const handover = await handOver(options, written).catch((error: unknown) => failed(options, error));
  return handover.kind === 'accepted' ? SENT : afterFailure(message, handover, options.retry);
};

const handOver = async ({ mailer }: DeliveryOptions, written: Written): Promise<Handover> => {
  if (!('mail' in written)) return written;
  return mailer === undefined ? { kind: 'transient', cause: 'no mail server is set' } : mailer.send(written.mail);
};

/** What broke on our side is tried again; only its kind is kept, as what it says may hold names. */
const failed = ({ onError = () => undefined }: DeliveryOptions, error: unknown) => {
  onError(error);
  return { kind: 'transient', cause: error instanceof Error ? error.name : 'unknown' } as const;
};
