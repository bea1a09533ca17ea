import { randomUUID } from 'node:crypto';
import { createEngine } from '#engine';
import { createEventLog } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { startPostgres } from '#support';
import { openPool } from '#postgres';
import { actor, AT, CALLERS, commandsOf, LIFE, NOTE, perSecond, streamOf, type Run } from './command-load.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 5;
const TARGET = 1.5;

/**
 * Commands by 64 callers, each loaded, decided and appended, against what a user would write by hand: a pooled `SELECT`
 * of the stream, then an `INSERT` of the same event into a table with the same indexes, on the fastest of three pools.
 *
 * Fair to the bare variant: same server and so same durability, same payload and indexes (`LIKE … INCLUDING ALL`), named
 * prepared statements, streams no longer than {@link LIFE} to select, and no retry of a command to recognise.
 */
export async function benchCommand64(): Promise<BenchRow> {
  const server = await startPostgres();
  const store = createEventLog(await createPostgresEventStore({ url: server.url }));
  const bare = await bareCommands(server.adminUrl);
  try {
    const ours = commandsOf(createEngine({ store }));
    await perSecond(ours);
    const pool = await bare.fastestPool();
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ ours: await perSecond(ours), bare: await perSecond(bare.run) });
    const value = median(rounds.map((round) => round.ours));
    const bound = median(rounds.map((round) => round.bare));
    const ratio = value / bound;
    const note = `${LIFE} commands a stream; bare pool of ${pool}`;
    return { name: 'command-64', value, unit: 'commands/s', bound, ratio, target: TARGET, met: ratio >= TARGET, note };
  } finally {
    await bare.close();
    await store.close();
    await server.stop();
  }
}

async function bareCommands(adminUrl: string) {
  let pool = openPool({ url: adminUrl, name: 'test', connections: CALLERS });
  await pool.query(`CREATE SCHEMA bare;
    CREATE TABLE bare.events (LIKE kheo_log.events INCLUDING ALL);
    CREATE SEQUENCE bare.position;
    ALTER TABLE bare.events ALTER COLUMN position SET DEFAULT nextval('bare.position')`);
  const run: Run = async (caller, nth, round) => {
    const stream = streamOf(caller, nth, round);
    const { rows } = await pool.query<{ data: { count: number } }>({
      name: 'bare-select',
      text: 'SELECT * FROM bare.events WHERE stream = $1 ORDER BY revision',
      values: [stream],
    });
    const count = rows.reduce((_, row) => row.data.count, 0) + 1;
    await pool.query(bareInsert(stream, rows.length, count));
  };
  const usePool = async (max: number) => {
    await pool.end();
    pool = openPool({ url: adminUrl, name: 'test', connections: max });
    await perSecond(run, 300);
  };
  return {
    run,
    close: () => pool.end(),
    async fastestPool(): Promise<number> {
      const speeds: { max: number; speed: number }[] = [];
      for (const max of [10, 20, CALLERS]) {
        await usePool(max);
        speeds.push({ max, speed: await perSecond(run, 1000) });
      }
      const fastest = speeds.reduce((best, next) => (next.speed > best.speed ? next : best));
      await usePool(fastest.max);
      return fastest.max;
    },
  };
}

function bareInsert(stream: string, revision: number, count: number) {
  const commandId = randomUUID();
  const meta = { actor, recordedAt: AT, effectiveOn: '2026-03-02', commandId, correlationId: commandId };
  return {
    name: 'bare-insert',
    text: `INSERT INTO bare.events (stream, category, revision, id, type, version, data, meta, recorded_at)
      VALUES ($1, 'bench', $2, $3, 'ProgressRecorded', 1, $4, $5, $6)`,
    values: [
      stream,
      revision,
      randomUUID(),
      JSON.stringify({ note: NOTE, count }),
      JSON.stringify({ ...meta, commandHash: 'a3f5c9e1b7d2486f'.repeat(4) }),
      AT,
    ],
  };
}
