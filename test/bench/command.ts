import { randomUUID } from 'node:crypto';
import { accept, type Command, type Decider, type DomainEvent } from '#domain';
import { createEngine, type Engine } from '#engine';
import { createPostgresEventStore } from '#event-store/postgres';
import { startPostgres } from '#support';
import { Pool } from 'pg';
import { median, type BenchRow } from './row.ts';

const CALLERS = 64;
const ROUND_MS = 2000;
const ROUNDS = 5;
/** Commands on each stream before a caller goes on to a new one: the life of a registration. */
const LIFE = 12;
const TARGET = 1.5;

type Noted = DomainEvent<'ProgressRecorded', { readonly note: string; readonly count: number }>;
type Note = Command<'NoteProgress', { readonly note: string }>;
type Run = (caller: number, nth: number, round: string) => Promise<unknown>;

const decider: Decider<number, Noted> = { initial: 0, evolve: (_state, event) => event.data.count };
const decide = ({ data }: Note, state: number) =>
  accept<Noted>({ type: 'ProgressRecorded', data: { note: data.note, count: state + 1 } });

const NOTE = 'Đã vận động 42 hộ hiến đất mở rộng đường liên thôn; hoàn thành 1,2 km mặt đường bê tông.';
const actor = { personId: randomUUID(), role: 'UNIT_OFFICER', unitId: randomUUID() } as const;
const AT = '2026-03-02T01:30:00.000Z';

/**
 * Commands by 64 callers, each loaded, decided and appended, against what a user would write by hand: a pooled `SELECT`
 * of the stream, then an `INSERT` of the same event into a table with the same indexes, on the fastest of three pools.
 *
 * Fair to the bare variant: same server and so same durability, same payload and indexes (`LIKE … INCLUDING ALL`), named
 * prepared statements, streams no longer than {@link LIFE} to select, and no retry of a command to recognise.
 */
export async function benchCommand64(): Promise<BenchRow> {
  const server = await startPostgres();
  const store = await createPostgresEventStore({ url: server.url });
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

const streamOf = (caller: number, nth: number, round: string): string =>
  `bench-${round}-${caller}-${Math.floor(nth / LIFE)}`;

const commandsOf =
  (engine: Engine): Run =>
  async (caller, nth, round) => {
    const commandId = randomUUID();
    const answer = await engine.run({
      stream: streamOf(caller, nth, round),
      decider,
      commandId,
      body: { note: NOTE, actor },
      prepare: (): Note => ({
        type: 'NoteProgress',
        data: { note: NOTE },
        facts: {},
        meta: { commandId, actor, at: AT, correlationId: commandId },
      }),
      decide,
    });
    if (answer.kind === 'rejected') throw new Error(answer.reason);
  };

async function bareCommands(adminUrl: string) {
  let pool = new Pool({ connectionString: adminUrl, max: CALLERS });
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
    pool = new Pool({ connectionString: adminUrl, max });
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

/** Commands finished per second, on streams of this round. */
async function perSecond(run: Run, durationMs = ROUND_MS): Promise<number> {
  const round = randomUUID();
  const startedAt = performance.now();
  let finished = 0;
  const caller = async (number: number) => {
    for (let nth = 0; performance.now() - startedAt < durationMs; nth += 1) {
      await run(number, nth, round);
      finished += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)));
  return (finished * 1000) / (performance.now() - startedAt);
}
