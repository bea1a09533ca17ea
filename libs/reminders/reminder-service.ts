import { createInbox, type InboxOptions } from './inbox/inbox.ts';
import { inSnapshot } from '#postgres';
import { pageOf, placeOf } from './outbox/page.ts';
import type { ReminderService } from './outbox/reminder-service.port.ts';
import type { OutboxMessage } from './outbox/outbox.port.ts';
import { dutyOf } from './outbox/recorder.ts';
import { rungsOf, type GatheredRung } from './outbox/rungs.ts';

interface Row extends Omit<OutboxMessage, 'owner' | 'createdAt' | 'nextAttemptAt' | 'duties'> {
  readonly at: Date;
  readonly next_attempt_at: Date;
}

const SELECT_PAGE = `
SELECT id, person_id AS "personId", channel, status, attempts, cause, last_error AS "lastError",
  created_at AS at, next_attempt_at
FROM kheo_reminders.messages
WHERE ($1::text IS NULL OR status = $1) AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
ORDER BY created_at DESC, id DESC LIMIT $4`;

const STATUS = `
SELECT
  (SELECT count(*)::integer FROM kheo_reminders.rungs WHERE state = 'planned') AS planned,
  count(*) FILTER (WHERE status <> 'parked')::integer AS queued,
  count(*) FILTER (WHERE status = 'parked')::integer AS parked,
  coalesce(greatest(0, extract(epoch FROM now() - min(next_attempt_at) FILTER (WHERE status = 'queued'))), 0)::float8
    AS "oldestQueuedSeconds"
FROM kheo_reminders.messages WHERE status IN ('queued', 'sending', 'parked')`;

const KNOWN = 'SELECT FROM kheo_reminders.messages WHERE id::text = $1';

const QUEUE_AGAIN = `
UPDATE kheo_reminders.messages
SET status = 'queued', attempts = 0, round = round + 1, recorded = false, cause = NULL, next_attempt_at = now(),
  offered_until = '-infinity', claimed_until = NULL, retried_by = $2
WHERE id = $1 AND status = 'parked' AND recorded AND retried_by IS DISTINCT FROM $2`;

/** See {@link ReminderService}. Needs the tables of `remindersMigrations`. */
export const createReminderService = (options: InboxOptions): ReminderService => {
  const { pool } = options;
  return {
    ...createInbox(options),
    listMessages: ({ status, ...asked }) =>
      inSnapshot(pool, async (client) => {
        const found = await client.query<Row>(SELECT_PAGE, [status, ...placeOf(asked)]);
        const { rows, ids, next } = pageOf(found.rows, asked);
        const rungs = await rungsOf(client, ids, ['gathered', 'dropped']);
        return { items: rows.map((row) => messageOf(row, rungs.get(row.id) ?? [])), next };
      }),
    dutiesOf: async (messageId) => {
      const { rowCount } = await pool.query(KNOWN, [messageId]);
      if (rowCount === 0) return undefined;
      const rungs = (await rungsOf(pool, [messageId])).get(messageId) ?? [];
      return [...new Map(rungs.map((row) => [row.dutyId, dutyOf(row)])).values()];
    },
    queueAgain: async (messageId, commandId) => {
      await pool.query(QUEUE_AGAIN, [messageId, commandId]);
    },
    status: async () => {
      const { rows } = await pool.query<Awaited<ReturnType<ReminderService['status']>>>(STATUS);
      return rows[0] ?? { planned: 0, queued: 0, parked: 0, oldestQueuedSeconds: 0 };
    },
  };
};

/** Each duty once, though several rungs of it may be told of. */
const messageOf = ({ at, next_attempt_at, ...message }: Row, rungs: readonly GatheredRung[]): OutboxMessage => ({
  ...message,
  owner: message.status === 'parked' ? 'SYSTEM_ADMIN' : null,
  createdAt: at.toISOString(),
  nextAttemptAt: message.status === 'queued' ? next_attempt_at.toISOString() : null,
  duties: [...new Map(rungs.map((row) => [JSON.stringify([row.dutyId, row.dueOn]), dutyOf(row)])).values()],
});
