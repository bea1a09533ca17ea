import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EventLog } from '#event-store';
import { rebuildReadModels } from '#read-models';
import { logSettings, openLog, startPostgres, withoutDecisions, type TestDatabase, type TestPostgres } from '#support';
import { appendAll, interleave, lifeOf, sampleLife } from '#support/histories';
import { openPool, type Pool } from '#postgres';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { pause } from './seed.ts';

const MINUTE = 60_000;
/** The promise: a standby is at work within so many milliseconds. */
const TAKEN_OVER_WITHIN = 10_000;

const program = fileURLToPath(new URL('../../apps/projector/main.ts', import.meta.url));
const loader = fileURLToPath(new URL('./processes/with-decorators.mjs', import.meta.url));

interface Standing {
  readonly process: number;
  readonly following: {
    readonly projections: readonly { readonly name: string; readonly holder: string | null; lagEvents: number }[];
    readonly reactions: readonly { readonly name: string; readonly holder: string | null; lagEvents: number }[];
  };
}

/** A line of a projector's own log. */
interface Warning {
  readonly projection?: string;
  readonly reaction?: string;
}

interface Projector {
  readonly child: ChildProcess;
  /** Projections and reactions it had to give up. */
  readonly gaveUp: ReadonlySet<string>;
  standing(): Promise<{ readonly status: number; readonly body: Standing }>;
}

let server: TestPostgres;
let database: TestDatabase;
let store: EventLog;
let pool: Pool;
const children: ChildProcess[] = [];
let lives = 0;

beforeAll(async () => {
  server = await startPostgres();
  database = await server.createDatabase();
  store = await openLog(database.url);
  pool = openPool({ url: database.url, name: 'test', connections: 4 });
}, MINUTE);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await pool.end();
  await store.close();
  await server.stop();
}, MINUTE);

/** A projector as it is deployed: its own program, its own environment, nothing else. */
async function startProjector(): Promise<Projector> {
  const port = await freePort();
  const env = {
    ...process.env,
    ...logSettings(database.url),
    KHEO_DATABASE_URL: database.url,
    KHEO_HEALTH_PORT: String(port),
    KHEO_LOG_LEVEL: 'warn',
  };
  const args = ['--conditions=source', '--no-warnings', '--import', loader, program];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const gaveUp = new Set<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { projection, reaction } = JSON.parse(line) as Warning;
    gaveUp.add(projection ?? reaction ?? '');
  });
  const standing = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5000) });
    return { status: answer.status, body: (await answer.json()) as Standing };
  };
  await eventually(async () => (await standing()).status === 200);
  return { child, gaveUp, standing };
}

/** Writes whole lives until told to stop: there is always something to follow. */
function writing(): () => Promise<void> {
  let stopped = false;
  const written = (async () => {
    while (!stopped) {
      const some = Array.from({ length: 4 }, () => lifeOf(lives, sampleLife(lives++)));
      await appendAll(store, withoutDecisions(interleave(some))); // those are the reactions' to write in
      await pause(20);
    }
  })();
  return async () => {
    stopped = true;
    await written;
  };
}

interface Held {
  readonly name: string;
  readonly holder: string | null;
  readonly position: number;
}

/** All projections and reactions, by the leases themselves: the name of a holder has its process id in it. */
async function held(): Promise<readonly Held[]> {
  const { rows } = await pool.query<Held>(`
    select name, case when lease_until > clock_timestamp() then holder end as holder, position::float8
    from (select name, holder, lease_until, position from read_models.projections
      union all select name, holder, lease_until, position from engine.reaction_checkpoints) each`);
  return rows;
}

const isBy = ({ holder }: Held, { child }: Projector): boolean => new RegExp(`\\b${child.pid}\\b`).test(holder ?? '');

/** Every projection and every reaction is held by one of these. */
async function runAll(...projectors: readonly Projector[]): Promise<boolean> {
  const all = await held();
  return all.length > 0 && all.every((one) => projectors.some((each) => isBy(one, each)));
}

/** Everything that is written at this moment has been followed by all. */
async function followed(): Promise<void> {
  const head = await store.head();
  await eventually(async () => (await held()).every(({ position }) => position >= head));
}

const differences = async () =>
  (await rebuildReadModels({ store, pool }, { switch: false })).projections.flatMap((each) => each.differences);

const caughtUp = async ({ standing }: Projector): Promise<boolean> => {
  const { projections, reactions } = (await standing()).body.following;
  return [...projections, ...reactions].every(({ lagEvents }) => lagEvents === 0);
};

describe('promise 5: a standby takes over', () => {
  it(
    'within ten seconds, when the projector at work is killed or falls asleep; nothing is lost or counted twice',
    async () => {
      const first = await startProjector();
      await eventually(() => runAll(first));
      const [second, third] = [await startProjector(), await startProjector()];
      expect((await second.standing()).status).toBe(200); // one that stands by is ready, and tells who is at work
      expect((await held()).some((one) => isBy(one, second))).toBe(false);
      const stop = writing();
      await followed();

      const gone = once(first.child, 'exit');
      first.child.kill('SIGKILL');
      await gone;
      const afterKill = await eventually(() => runAll(second, third));

      const all = await held();
      const ofSecond = all.filter((one) => isBy(one, second));
      const [asleep, awake] = ofSecond.length > all.length / 2 ? [second, third] : [third, second];
      const slept = all.filter((one) => isBy(one, asleep)).map(({ name }) => name);
      asleep.child.kill('SIGSTOP');
      const afterSleep = await eventually(() => runAll(awake));
      asleep.child.kill('SIGCONT');
      await eventually(() => slept.every((name) => asleep.gaveUp.has(name)));
      await followed();
      await stop();
      await eventually(() => caughtUp(awake));

      process.stdout.write(`taken over after ${afterKill} ms (killed), ${afterSleep} ms (asleep)\n`);
      expect(afterKill).toBeLessThan(TAKEN_OVER_WITHIN);
      expect(afterSleep).toBeLessThan(TAKEN_OVER_WITHIN);
      expect(await differences()).toEqual([]);
      expect({ exit: asleep.child.exitCode, signal: asleep.child.signalCode }).toEqual({ exit: null, signal: null });
    },
    3 * MINUTE,
  );
});
