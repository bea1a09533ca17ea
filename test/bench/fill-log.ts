import type { EventType } from '#domain';
import { currentVersion } from '#event-store';
import { openPool } from '#postgres';
import type { PoolClient } from 'pg';
import type { Happening } from '#support/histories';

/**
 * Writes histories into an empty log without its append function: for speed. Each part is one statement, and begins no
 * stream that an earlier part began.
 * @returns how many events were written.
 */
export async function fillLog(adminUrl: string, parts: Iterable<readonly Happening[]>): Promise<number> {
  const pool = openPool({ url: adminUrl, name: 'test', connections: 1 });
  const client = await pool.connect();
  let position = 0;
  try {
    for (const happenings of parts) position = await copyIn(client, happenings, position);
    await client.query('ANALYZE kheo_log.events');
    return position;
  } finally {
    client.release();
    await pool.end();
  }
}

async function copyIn(client: PoolClient, happenings: readonly Happening[], after: number): Promise<number> {
  const revisions = new Map<string, number>();
  const rows = happenings.map(({ stream, event }, index) => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const category = stream.slice(0, stream.indexOf('-'));
    const place = { position: after + index + 1, stream, category, revision };
    return { ...place, ...event, version: currentVersion(event.type as EventType), recorded_at: event.meta.recordedAt };
  });
  await client.query('INSERT INTO kheo_log.events SELECT * FROM json_populate_recordset(null::kheo_log.events, $1)', [
    JSON.stringify(rows),
  ]);
  return after + rows.length;
}
