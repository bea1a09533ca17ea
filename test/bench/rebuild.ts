import { createPostgresEventStore } from '#event-store/postgres';
import type { EventStore } from '#event-store';
import { rebuildReadModels } from '#read-models';
import { interleave, lifeOf, sampleLife, type Happening } from '../support/movement-history.ts';
import { startPostgres } from '../support/postgres.ts';
import { Pool, type PoolClient } from 'pg';
import { median, type BenchRow } from './row.ts';

const TARGET = 20_000;
const ROUNDS = 3;
const TOGETHER = 200;

/** Builds all read models from the log, over and over, without switching: events per second. */
export async function benchRebuild({ events = 100_000 }: { readonly events?: number } = {}): Promise<BenchRow> {
  const server = await startPostgres();
  const pool = new Pool({ connectionString: server.url, max: 12 });
  const store = await createPostgresEventStore({ url: server.url });
  try {
    const written = await fillLog(server.adminUrl, events);
    const speeds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) speeds.push(await once(pool, store));
    const value = median(speeds);
    const note = `${written} events, ${ROUNDS} rounds, tables and indexes`;
    return {
      name: 'rebuild',
      value,
      unit: 'events/s',
      bound: TARGET,
      ratio: value / TARGET,
      target: 1,
      met: value >= TARGET,
      note,
    };
  } finally {
    await pool.end();
    await store.close();
    await server.stop();
  }
}

/** The live tables stay empty, so that there is nothing to compare: the time is that of the building alone. */
async function once(pool: Pool, store: EventStore): Promise<number> {
  const { events, seconds } = await rebuildReadModels({ pool, store }, { switch: false });
  return events / seconds;
}

/** Made-up registrations, about thirteen events each, written into the log without its append function: for speed. */
async function fillLog(adminUrl: string, events: number): Promise<number> {
  const pool = new Pool({ connectionString: adminUrl, max: 1 });
  const client = await pool.connect();
  let position = 0;
  try {
    for (let life = 0; position < events; life += TOGETHER) {
      const lives = Array.from({ length: TOGETHER }, (_, index) => lifeOf(life + index, sampleLife(life + index)));
      position = await copyIn(client, interleave(lives), position);
    }
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
    return { position: after + index + 1, stream, category, revision, ...event, recorded_at: event.meta.recordedAt };
  });
  await client.query('INSERT INTO kheo_log.events SELECT * FROM json_populate_recordset(null::kheo_log.events, $1)', [
    JSON.stringify(rows),
  ]);
  return after + rows.length;
}
