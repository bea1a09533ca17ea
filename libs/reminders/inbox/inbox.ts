import type { Clock } from '#engine';
import type { Pool } from 'pg';
import { cursorOf, parseCursor } from '../outbox/cursor.ts';
import type { ReminderService } from '../outbox/reminder-service.port.ts';
import type { DescribeRungs } from '../outbox/items.ts';
import { rungsOf } from '../outbox/rungs.ts';

export interface InboxOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly describe: DescribeRungs;
}

interface Row {
  readonly message_id: string;
  readonly received_at: Date;
  readonly read_at: Date | null;
}

const SELECT_PAGE = `
SELECT message_id, received_at, read_at FROM kheo_reminders.inbox
WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (received_at, message_id) < ($2, $3::uuid))
ORDER BY received_at DESC, message_id DESC LIMIT $4`;

const COUNT_UNREAD = `
SELECT count(*)::integer AS unread FROM kheo_reminders.inbox WHERE person_id = $1 AND read_at IS NULL`;

const MARK_READ = `
UPDATE kheo_reminders.inbox SET read_at = coalesce(read_at, $3) WHERE message_id::text = $1 AND person_id = $2`;

/** What people were told in Khéo itself. */
export const createInbox = ({
  pool,
  clock,
  describe,
}: InboxOptions): Pick<ReminderService, 'listInbox' | 'countUnread' | 'markRead'> => ({
  async listInbox(personId, { limit, after }) {
    const from = parseCursor(after);
    const { rows } = await pool.query<Row>(SELECT_PAGE, [personId, from?.at, from?.id, limit + 1]);
    const page = rows.slice(0, limit);
    const rungs = await rungsOf(
      pool,
      page.map(({ message_id }) => message_id),
    );
    const items = [];
    for (const { message_id: id, received_at, read_at } of page) {
      const receivedAt = received_at.toISOString();
      const told = await describe(rungs.get(id) ?? [], receivedAt);
      items.push({ id, receivedAt, readAt: read_at?.toISOString() ?? null, items: told });
    }
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { items, next: last === undefined ? null : cursorOf(last.received_at, last.message_id) };
  },
  async countUnread(personId) {
    const { rows } = await pool.query<{ unread: number }>(COUNT_UNREAD, [personId]);
    return rows[0]?.unread ?? 0;
  },
  async markRead(personId, messageId) {
    return (await pool.query(MARK_READ, [messageId, personId, clock.now()])).rowCount === 1;
  },
});
