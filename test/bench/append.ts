import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { startPostgres } from '#support';
import { Pool } from 'pg';
import { median, percentile, type BenchRow } from './row.ts';

const CALLERS = 64;
const ROUND_MS = 2000;
const ROUNDS = 5;

/** One append of one event by a caller who goes on when it is durable. */
type Append = (caller: number, nth: number) => Promise<unknown>;

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

/** Each round writes streams of its own: the first call of the first caller begins a round. */
const appendsTo = (store: EventStore): Append => {
  let run = '';
  return (caller, nth) => {
    if (caller === 0 && nth === 0) run = randomUUID();
    return store.append(`bench-${run}-${caller}`, nth === 0 ? 'no-stream' : nth - 1, [sampleEvent()]);
  };
};

async function bareInserts(adminUrl: string) {
  let pool = new Pool({ connectionString: adminUrl, max: CALLERS });
  await pool.query(`CREATE SCHEMA bare;
    CREATE TABLE bare.events (LIKE kheo_log.events INCLUDING ALL);
    CREATE SEQUENCE bare.position;
    ALTER TABLE bare.events ALTER COLUMN position SET DEFAULT nextval('bare.position')`);
  let run = '';
  const usePool = async (max: number) => {
    await pool.end();
    pool = new Pool({ connectionString: adminUrl, max });
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

/** Appends finished per second. */
async function perSecond(append: Append, durationMs = ROUND_MS): Promise<number> {
  const startedAt = performance.now();
  const finished = (await latencies(append, CALLERS, durationMs)).length;
  return (finished * 1000) / (performance.now() - startedAt);
}

/** Milliseconds of each append. */
async function latencies(append: Append, callers: number, durationMs = ROUND_MS): Promise<number[]> {
  const until = performance.now() + durationMs;
  const taken: number[] = [];
  const caller = async (number: number) => {
    for (let nth = 0; performance.now() < until; nth += 1) {
      const startedAt = performance.now();
      await append(number, nth);
      taken.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  return taken;
}

/** An event of the size most have: about 300 bytes of data and 450 of envelope. */
const sampleEvent = (): NewEvent => ({
  id: randomUUID(),
  type: 'ProgressRecorded',
  version: 1,
  data: {
    registrationId: '0b6f2a52-6f0e-4c6f-9c5b-2f1f6f0a9a11',
    note: 'Đã vận động 42 hộ hiến đất mở rộng đường liên thôn; hoàn thành 1,2 km mặt đường bê tông trong tháng.',
    indicators: [{ name: 'Số hộ tham gia', value: 42, unit: 'hộ' }],
    evidence: [],
  },
  meta: {
    actor: {
      personId: '2c5d0f3e-92a4-4d57-8a53-0d8c2f1b7e01',
      role: 'UNIT_OFFICER',
      unitId: '7d1e4b3a-0c58-4f63-9f0e-5a2b6c7d8e90',
    },
    recordedAt: '2026-03-02T01:30:00.000Z',
    effectiveOn: '2026-03-02',
    commandId: '5f0c3a7e-1b2d-4e6f-8a9b-0c1d2e3f4a5b',
    correlationId: '9e8d7c6b-5a4f-4e3d-8c2b-1a0f9e8d7c6b',
    commandHash: 'a3f5c9e1b7d2486f90a1c3e5b7d9f1a2c4e6f8091b3d5f7a9c1e3b5d7f90a2c4',
  },
});
