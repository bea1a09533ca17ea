import type { Pool } from '#postgres';
import type { Position, ReadAllOptions, StoredEvent } from '../event-store.port.ts';

export const COLUMNS = 'e.position, e.stream, e.revision, e.id, e.type, e.version, e.data, e.meta';

const READ_ALL = `SELECT ${COLUMNS} FROM kheo_log.events e WHERE e.position > $1 ORDER BY e.position LIMIT $2`;

/** One short index scan per category; the head comes from the same snapshot, so `upTo` never passes an unseen event. */
const READ_CATEGORIES = `SELECT head.head, ${COLUMNS}
  FROM (SELECT coalesce(max(position), 0) AS head FROM kheo_log.events) head
  LEFT JOIN (
    SELECT found.* FROM unnest($3::text[]) AS wanted (category)
    CROSS JOIN LATERAL (
      SELECT * FROM kheo_log.events one WHERE one.category = wanted.category AND one.position > $1
      ORDER BY one.position LIMIT $2
    ) found
    ORDER BY found.position LIMIT $2
  ) e ON true
  ORDER BY e.position`;

const HEAD = 'SELECT coalesce(max(position), 0) AS head FROM kheo_log.events';

/** As `pg` reads a row: `bigint` is text. */
export interface Row extends Omit<StoredEvent, 'position'> {
  readonly position: string;
}

type CategoryRow = { readonly head: string } & (Row | { readonly position: null });

export async function readAll(pool: Pool, options: ReadAllOptions): Promise<{ events: StoredEvent[]; upTo: Position }> {
  const { after, limit, categories } = options;
  if (categories) return readCategories(pool, after, limit, categories);
  const { rows } = await pool.query<Row>({ name: 'kheo-read-all', text: READ_ALL, values: [after, limit] });
  const events = rows.map(toEvent);
  return { events, upTo: events.at(-1)?.position ?? after };
}

async function readCategories(pool: Pool, after: Position, limit: number, categories: readonly string[]) {
  const values = [after, limit, [...new Set(categories)]];
  const { rows } = await pool.query<CategoryRow>({ name: 'kheo-read-categories', text: READ_CATEGORIES, values });
  const events = rows.filter((row): row is Row & { head: string } => row.position !== null).map(toEvent);
  const searched = Math.max(after, Number(rows[0]?.head ?? 0));
  return { events, upTo: events.length === limit ? (events.at(-1)?.position ?? after) : searched };
}

export async function readHead(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ head: string }>({ name: 'kheo-head', text: HEAD });
  return Number(rows[0]?.head ?? 0);
}

export const toEvent = ({ position, stream, revision, id, type, version, data, meta }: Row): StoredEvent => ({
  position: Number(position),
  ...{ stream, revision, id, type, version, data, meta },
});
