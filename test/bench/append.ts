import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { startPostgres } from '#support';
import { openPool } from '#postgres';
import { appendsTo, CALLERS, latencies, perSecond, sampleEvent, type Append } from './append-load.ts';
import { median, percentile, type BenchRow } from './row.ts';

const ROUNDS = 5;

/**
 * Appends by 64 callers, fully durable, against what a user would write by hand: a pooled `INSERT` of the same event into
 * a table with the same indexes.
 *
 * Fair to the bare variant: same server and so same durability, same payload, columns, checks and indexes (`LIKE …
 * INCLUDING ALL`), a named prepared statement, positions from a sequence, which never waits, and the pool size at which
 * it is fastest. It gives no order without gaps, no answer to a repeated append and no notification.
 */
export async function benchAppend64(): Promise<BenchRow & { readonly p99at8callers: number }> {
  const server = await startPostgres();
  const store = await createPostgresEventStore({ url: server.url });
  const bare = await bareInserts(server.adminUrl);
  try {
    const ours = appendsTo(store);
    await perSecond(ours);
    const poolSize = await bare.fastestPool();
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ ours: await perSecond(ours), bare: await perSecond(bare.insert) });
    const value = median(rounds.map((round) => round.ours));
    const bound = median(rounds.map((round) => round.bare));
    const p99at8callers = percentile(await latencies(appendsTo(store), 8), 99);
    return row(value, bound, p99at8callers, poolSize);
  } finally {
    await bare.close();
    await store.close();
    await server.stop();
  }
}

function row(value: number, bound: number, p99at8callers: number, poolSize: number) {
  const target = 2;
  const ratio = value / bound;
  const met = ratio >= target && p99at8callers <= 10;
  const note = `p99 at 8 callers ${p99at8callers.toFixed(1)} ms (≤ 10 ms); bare pool of ${poolSize}`;
  return { name: 'append-64', value, unit: 'appends/s', bound, ratio, target, met, p99at8callers, note };
}

async function bareInserts(adminUrl: string) {
  let pool = openPool({ url: adminUrl, name: 'test', connections: CALLERS });
  await pool.query(`CREATE SCHEMA bare;
    CREATE TABLE bare.events (LIKE kheo_log.events INCLUDING ALL);
    CREATE SEQUENCE bare.position;
    ALTER TABLE bare.events ALTER COLUMN position SET DEFAULT nextval('bare.position')`);
  let run = '';
  const usePool = async (max: number) => {
    await pool.end();
    pool = openPool({ url: adminUrl, name: 'test', connections: max });
  };
  const insert: Append = (caller, nth) => {
    if (caller === 0 && nth === 0) run = randomUUID();
    return pool.query(bareInsert(`bench-${run}-${caller}`, nth, sampleEvent()));
  };
  return {
    insert,
    close: () => pool.end(),
    async fastestPool(): Promise<number> {
      const speeds: { max: number; speed: number }[] = [];
      for (const max of [10, 20, CALLERS]) {
        await usePool(max);
        await perSecond(insert, 300);
        speeds.push({ max, speed: await perSecond(insert, 1000) });
      }
      const fastest = speeds.reduce((best, next) => (next.speed > best.speed ? next : best));
      await usePool(fastest.max);
      await perSecond(insert, 300);
      return fastest.max;
    },
  };
}

const bareInsert = (stream: string, revision: number, event: NewEvent) => ({
  name: 'bare-insert',
  text: `INSERT INTO bare.events (stream, category, revision, id, type, version, data, meta, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  values: [
    stream,
    'bench',
    revision,
    event.id,
    event.type,
    event.version,
    JSON.stringify(event.data),
    JSON.stringify(event.meta),
    event.meta.recordedAt,
  ],
});
