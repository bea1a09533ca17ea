import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EventLog } from '#event-store';
import { openLog } from '../support/log.ts';
import { startPostgres, type TestDatabase, type TestPostgres } from '#support';
import { inChunks } from '#engine';
import { appendAll, lifeOf, sampleLife } from '#support/histories';
import { openPool, type Pool } from '#postgres';
import { eventually } from './eventually.ts';
import { sized } from './size.ts';

const KILLS = sized(100, 25);
const LIVES = 120;
/** Enough for three batches between two kills, and some left at the end. */
const MANY_LIVES = 10 * KILLS;
const TOGETHER = 16;
const PATIENCE = 240_000;

let server: TestPostgres;
let database: TestDatabase;
let pool: Pool;
let store: EventLog;
let children: ChildProcess[];

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

beforeEach(async () => {
  database = await server.createDatabase();
  pool = openPool({ url: database.url, name: 'test', connections: 4 });
  store = await openLog(database.url);
  children = [];
});

afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await pool.end();
  await store.close();
});

/** Writes so many lives, some at a time, so that they lie among each other in the log. */
async function live(count: number, from = 0): Promise<void> {
  const lives = Array.from({ length: count }, (_, index) => lifeOf(from + index, sampleLife(from + index)));
  await inChunks(lives, TOGETHER, (life) => appendAll(store, life));
}

function start(variant: string, pauseMs: number): ChildProcess {
  const file = new URL('projection-worker.ts', import.meta.url).pathname;
  const args = ['--conditions=source', '--no-warnings', file, database.url, variant, String(pauseMs)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

/** A batch that was under way may have lost its connection with its lease: the projector then stands by as well. */
const GAVE_WAY = /^(projection given up|the projection failed and tries again)/u;

/** Resolves when the process has begun a line so for the n-th time: `written <position>` stands between rows and commit. */
async function says(child: ChildProcess, words: RegExp, times = 1): Promise<string> {
  if (!child.stdout) throw new Error('the process says nothing');
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (words.test(line)) heard += 1;
    if (heard < times) continue;
    child.stdout.resume();
    return line;
  }
  throw new Error(`the process ended before it said ${words.source}`);
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** How far a projection is, or the slowest of all. */
async function position(name?: string): Promise<number> {
  const known = await pool.query<{ found: string | null }>(
    "select to_regclass('read_models.projections')::text as found",
  );
  if (known.rows[0]?.found === null) return 0;
  const { rows } = await pool.query<{ position: number | null }>(
    'select min(position) as position from read_models.projections where name = coalesce($1, name)',
    [name],
  );
  return rows[0]?.position ?? 0;
}

async function caughtUp(): Promise<void> {
  const head = await store.head();
  await eventually(async () => (await position()) >= head);
}

/** Events that the tables have twice or not at all, against the log itself. */
async function miscounted(): Promise<number> {
  const log: { readonly stream: string; readonly position: number }[] = [];
  for (let after = 0; ;) {
    const { events, upTo } = await store.readAll({ after, limit: 5000 });
    if (events.length === 0) break;
    log.push(...events.map(({ stream, position }) => ({ stream, position })));
    after = upTo;
  }
  const { rows } = await pool.query<{ wrong: number }>(
    `with log as (select * from unnest($1::text[], $2::double precision[]) as l (stream, position)),
    counted as (select stream, count(*)::integer as count from log group by stream),
    tallied as (select c.stream from counted c full join read_models.tally t using (stream)
      where c.count is distinct from t.count),
    trail as (select l.position from log l full join read_models.timeline t
      on t.position = l.position where l.position is null or t.position is null)
    select ((select count(*) from tallied) + (select count(*) from trail))::integer as wrong`,
    [log.map(({ stream }) => stream), log.map(({ position }) => position)],
  );
  return rows[0]?.wrong ?? -1;
}

describe('projections are exact', () => {
  it(`nothing is counted twice or lost when the projector is killed ${KILLS} times between rows and commit`, async () => {
    await live(MANY_LIVES);
    let struck = 0;
    for (let round = 0; struck < KILLS && (await position()) < (await store.head()); round += 1) {
      const child = start('right', 50);
      const written = await says(child, /^written/u, 1 + (round % 3));
      await kill(child);
      if ((await position('tally')) < Number(written.split(' ')[1])) struck += 1;
    }
    start('right', 0);
    await caughtUp();
    expect(struck).toBe(KILLS);
    expect(await miscounted()).toBe(0);
  }, 900_000);

  it(
    'two projectors at once share the work without writing anything twice',
    async () => {
      const both = [start('right', 0), start('right', 0)];
      await Promise.all(both.map((child) => says(child, /^started/u)));
      await live(LIVES);
      await caughtUp();
      expect(await miscounted()).toBe(0);
      expect(both.map(({ pid }) => pid)).toEqual(expect.arrayContaining(await holders()));
    },
    PATIENCE,
  );

  it(
    'a projector that was stopped and wakes after a standby took over writes nothing more',
    async () => {
      const { asleep, standby } = await stoppedAndTakenOver('right');
      const gaveWay = says(asleep, GAVE_WAY);
      asleep.kill('SIGCONT');
      await gaveWay;
      await live(LIVES, LIVES);
      await caughtUp();
      expect(await miscounted()).toBe(0);
      expect(await holders()).toEqual([standby.pid]);
      expect({ exit: asleep.exitCode, signal: asleep.signalCode }).toEqual({ exit: null, signal: null });
    },
    PATIENCE,
  );
});

describe('the tests themselves', () => {
  it(
    'notice a projector that stores its checkpoint before its rows',
    async () => {
      await live(LIVES);
      const child = start('checkpointFirst', 300);
      await says(child, /^projection taken over/u);
      await eventually(async () => (await position('tally')) > 0); // its rows follow 300 ms later
      await kill(child);
      start('right', 0);
      await caughtUp();
      expect(await miscounted()).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'notice a projector that writes without its fence',
    async () => {
      const { asleep } = await stoppedAndTakenOver('unfenced');
      asleep.kill('SIGCONT');
      await eventually(async () => (await miscounted()) > 0);
    },
    PATIENCE,
  );
});

/** Processes that hold projections: a holder is called `<host>-<process>-<run>`. */
async function holders(): Promise<number[]> {
  const { rows } = await pool.query<{ holder: string }>(
    'select distinct holder from read_models.projections where lease_until > clock_timestamp()',
  );
  return rows.map(({ holder }) => Number(holder.split('-').at(-2)));
}

/** One projector is stopped in the middle of a batch, another has finished the work. */
async function stoppedAndTakenOver(variant: string): Promise<{ asleep: ChildProcess; standby: ChildProcess }> {
  await live(LIVES);
  const asleep = start(variant, 300);
  await says(asleep, /^written/u);
  asleep.kill('SIGSTOP');
  const standby = start('right', 0);
  await caughtUp();
  return { asleep, standby };
}
