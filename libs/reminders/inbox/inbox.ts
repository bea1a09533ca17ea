import type { Clock } from '#engine';
import { inSnapshot } from '#postgres';
import type { Pool } from 'pg';
import { pageOf, placeOf } from '../outbox/page.ts';
import type { ReminderService } from '../outbox/reminder-service.port.ts';
import type { DescribeRungs } from '../outbox/items.ts';
import { rungsOf } from '../outbox/rungs.ts';

export interface InboxOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly describe: DescribeRungs;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly readAt: Date | null;
}

const SELECT_PAGE = `
SELECT message_id AS id, received_at AS at, read_at AS "readAt" FROM kheo_reminders.inbox
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
}: InboxOptions): Pick<ReminderService, 'listInbox' | 'markRead'> => ({
  async listInbox(personId, asked) {
    const { rows, next, rungs, unread } = await inSnapshot(pool, async (client) => {
      const found = await client.query<Row>(SELECT_PAGE, [personId, ...placeOf(asked)]);
      const page = pageOf(found.rows, asked);
      const counted = await client.query<{ unread: number }>(COUNT_UNREAD, [personId]);
      const rungs = await rungsOf(client, page.ids);
      return { ...page, rungs, unread: counted.rows[0]?.unread ?? 0 };
    });
    const items = [];
    for (const { id, at, readAt } of rows) {
      const receivedAt = at.toISOString();
      const told = await describe(rungs.get(id) ?? [], receivedAt);
      items.push({ id, receivedAt, readAt: readAt?.toISOString() ?? null, items: told });
    }
    return { items, next, unread };
  },
  async markRead(personId, messageId) {
    return (await pool.query(MARK_READ, [messageId, personId, clock.now()])).rowCount === 1;
  },
});
