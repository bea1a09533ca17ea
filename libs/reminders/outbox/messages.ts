import type { reminding } from '#domain';
import type { Pool } from 'pg';

/** Messages offered to the queue in one statement. */
const OFFER = 1000;

/** A message that is this worker's to deliver until its lease ends. */
export interface ClaimedMessage {
  readonly id: string;
  readonly personId: string;
  readonly channel: reminding.Channel;
  /** This one counted. */
  readonly attempts: number;
  /** ISO instant of the domain's clock. */
  readonly createdAt: string;
}

/** What became of a message. */
export interface Outcome {
  readonly id: string;
  readonly status: 'sent' | 'queued' | 'parked' | 'cancelled';
  readonly cause: reminding.FailureCause | null;
  readonly lastError: string | null;
  /** Milliseconds until it is tried again. */
  readonly retryMs: number | null;
}

const AWAITED = `((m.status = 'queued' AND m.next_attempt_at <= now()) OR (m.status = 'sending' AND m.claimed_until < now()))`;

/** Not in the night of a regulation it tells of. */
const NOT_QUIET = `(cardinality($2::text[]) = 0 OR NOT EXISTS (
    SELECT FROM kheo_reminders.rungs r WHERE r.message_id = m.id AND r.regulation_id = ANY($2::text[])))`;

const OFFER_SOME = `
UPDATE kheo_reminders.messages SET offered_until = now() + $1 * interval '1 millisecond'
WHERE id IN (
  SELECT m.id FROM kheo_reminders.messages m
  WHERE m.status IN ('queued', 'sending') AND ${AWAITED} AND m.offered_until < now() AND ${NOT_QUIET}
  ORDER BY m.next_attempt_at, m.id LIMIT ${OFFER} FOR UPDATE SKIP LOCKED)
RETURNING id, attempts`;

/** A message on its way into the queue. */
export interface Offered {
  readonly id: string;
  readonly attempts: number;
}

/**
 * Messages that wait to be delivered and were not offered lately. What was offered and is still waiting after
 * `againMs` is offered again, as the queue may have forgotten it.
 */
export const offer = async (pool: Pool, quiet: readonly string[], againMs: number): Promise<readonly Offered[]> => {
  const { rows } = await pool.query<Offered>(OFFER_SOME, [againMs, quiet]);
  return rows.toSorted((one, other) => one.id.localeCompare(other.id));
};

/** A full page: there may be more. */
export const isFull = (offered: readonly Offered[]): boolean => offered.length === OFFER;

/** Not a lease of `leasesIn`: a message has no position, many are claimed at once, and the number of the try is its fence. */
const CLAIM = `
UPDATE kheo_reminders.messages claimed
SET status = 'sending', claimed_until = now() + $1 * interval '1 millisecond', attempts = attempts + 1
FROM (
  SELECT m.id FROM kheo_reminders.messages m
  WHERE m.id = ANY($3::uuid[]) AND ${AWAITED} AND ${NOT_QUIET}
  ORDER BY m.id FOR UPDATE SKIP LOCKED) free
WHERE claimed.id = free.id
RETURNING claimed.id, claimed.person_id AS "personId", claimed.channel, claimed.attempts, claimed.created_at`;

/** Those of the messages that nobody else delivers now. */
export const claim = async (
  pool: Pool,
  messageIds: readonly string[],
  quiet: readonly string[],
  leaseMs: number,
): Promise<readonly ClaimedMessage[]> => {
  const { rows } = await pool.query<Omit<ClaimedMessage, 'createdAt'> & { created_at: Date }>(CLAIM, [
    leaseMs,
    quiet,
    messageIds,
  ]);
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }));
};

const RENEW = `
UPDATE kheo_reminders.messages m SET claimed_until = now() + $1 * interval '1 millisecond'
FROM unnest($2::uuid[], $3::integer[]) AS mine (id, attempts)
WHERE m.id = mine.id AND m.status = 'sending' AND m.attempts = mine.attempts`;

/** Those that are still this worker's stay so for another lease. */
export const renew = async (pool: Pool, claimed: readonly ClaimedMessage[], leaseMs: number): Promise<void> => {
  await pool.query(RENEW, [leaseMs, claimed.map(({ id }) => id), claimed.map(({ attempts }) => attempts)]);
};

/**
 * What was sent is recorded by whoever sent it; the sweep takes over when the lease has ended. Whose lease has ended
 * decides no more what becomes of the message, but that it was sent stays true.
 */
const FINISH = `
WITH finished AS (
  UPDATE kheo_reminders.messages m
  SET status = o.status, cause = o.cause, last_error = o."lastError", checked_position = o."checkedPosition",
    offered_until = '-infinity', sent_at = CASE WHEN o.status = 'sent' THEN now() END,
    next_attempt_at = now() + coalesce(o."retryMs", 0) * interval '1 millisecond',
    claimed_until = CASE WHEN o.status = 'sent' THEN now() + $3 * interval '1 millisecond' END
  FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, attempts integer, status text, cause text, "lastError" text,
    "retryMs" double precision, "checkedPosition" bigint)
  WHERE m.id = o.id AND (
    (m.status = 'sending' AND m.attempts = o.attempts) OR (o.status = 'sent' AND m.status IN ('sending', 'queued')))
  RETURNING m.id, m.person_id, m.channel, m.status)
INSERT INTO kheo_reminders.inbox (message_id, person_id, received_at)
SELECT id, person_id, $2 FROM finished WHERE channel = 'INBOX' AND status = 'sent'
ON CONFLICT DO NOTHING`;

/** What became of a claimed message. */
export interface Finished extends Outcome {
  /** Of the claim. */
  readonly attempts: number;
  /** How far the log had grown when what is owed was looked up. */
  readonly checkedPosition: number;
}

/** Writes down what became of messages; what goes into an inbox is there in the same breath. */
export const finish = async (
  pool: Pool,
  finished: readonly Finished[],
  { now, leaseMs }: { readonly now: string; readonly leaseMs: number },
): Promise<void> => {
  if (finished.length === 0) return;
  await pool.query(FINISH, [JSON.stringify(finished), now, leaseMs]);
};

const MARK_RECORDED = `UPDATE kheo_reminders.messages SET recorded = true WHERE id = ANY($1::uuid[])`;

export const markRecorded = async (pool: Pool, messageIds: readonly string[]): Promise<void> => {
  if (messageIds.length > 0) await pool.query(MARK_RECORDED, [messageIds]);
};

/** A message that is over and that the log does not tell of yet. */
export interface UnrecordedMessage {
  readonly id: string;
  readonly personId: string;
  readonly channel: reminding.Channel;
  readonly status: 'sent' | 'parked';
  readonly cause: reminding.FailureCause | null;
  /** How often an administrator had it tried again. */
  readonly round: number;
}

const SELECT_UNRECORDED = `
SELECT id, person_id AS "personId", channel, status, cause, round FROM kheo_reminders.messages
WHERE NOT recorded AND status IN ('sent', 'parked') AND (claimed_until IS NULL OR claimed_until < now())
ORDER BY id LIMIT $1`;

export const unrecordedMessages = async (pool: Pool, limit: number): Promise<readonly UnrecordedMessage[]> =>
  (await pool.query<UnrecordedMessage>(SELECT_UNRECORDED, [limit])).rows;

const SELECT_UNSETTLED = `
SELECT
  EXISTS (SELECT FROM kheo_reminders.notes WHERE NOT recorded)
    OR EXISTS (SELECT FROM kheo_reminders.messages WHERE NOT recorded AND status IN ('sent', 'parked')
      AND (claimed_until IS NULL OR claimed_until < now())) AS "owesLog",
  EXISTS (SELECT FROM kheo_reminders.rungs WHERE state = 'planned' AND regulation_id <> ALL($1))
    OR EXISTS (SELECT FROM kheo_reminders.messages m WHERE m.status = 'sending'
      OR (m.status = 'queued' AND m.next_attempt_at <= now() AND (cardinality($2::text[]) = 0 OR NOT EXISTS (
        SELECT FROM kheo_reminders.rungs r WHERE r.message_id = m.id AND r.regulation_id = ANY($2::text[])))))
    OR EXISTS (SELECT FROM kheo_reminders.messages WHERE NOT recorded AND status IN ('sent', 'parked')) AS busy`;

/** What is left to do at this moment. */
export interface Unsettled {
  /** Something is to be entered into the log, and nobody is at it. */
  readonly owesLog: boolean;
  /** Something waits that could be sent now, or is being sent or recorded. */
  readonly busy: boolean;
}

export const unsettled = async (pool: Pool, quiet: readonly string[]): Promise<Unsettled> => {
  const { rows } = await pool.query<Unsettled>(SELECT_UNSETTLED, [quiet, quiet]);
  return rows[0] ?? { owesLog: false, busy: false };
};
