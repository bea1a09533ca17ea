import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { logUnderTest, startPostgres, type TestDatabase, type TestPostgres } from '#support';
import { announcedSeed, pause, randomFrom } from './seed.ts';
import { untilNoted } from './until-noted.ts';

const MINUTE = 60_000;
const KILLS = 4;
/** Appends that are acknowledged before each kill. */
const APPENDS = 130;

interface Findings {
  readonly acknowledged: number;
  readonly missing: number;
  readonly misplaced: number;
  readonly unsettled: number;
  readonly twice: number;
  /** Events that do not follow the one before in their stream. */
  readonly gaps: number;
  /** Events whose position is not behind the one before. */
  readonly disordered: number;
  /** Positions that are not 1, 2, 3 …: what this log promises, not every log. */
  readonly holes: number;
  readonly uninvited: number;
  readonly unknownAt: readonly number[];
}

const program = (name: string): string[] => [
  '--conditions=source',
  '--no-warnings',
  fileURLToPath(new URL(`./processes/${name}.ts`, import.meta.url)),
];

let server: TestPostgres;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-journal-'));
  server = await startPostgres();
}, MINUTE);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}, MINUTE);

/** Load, kills of the log's server with all its processes, and the checker's findings; `struck` counts unknown outcomes per kill. */
async function killUnderLoad({ url, eventStoreDb }: TestDatabase, kills: number, seed: number, ...variant: string[]) {
  const random = randomFrom(seed);
  const journal = join(folder, `${seed}${variant.join('')}.jsonl`);
  const load = spawn(process.execPath, [...program('append-load'), url, journal, ...variant], { stdio: 'inherit' });
  const ended = new Promise((resolve) => load.once('exit', resolve));
  const killedAt: number[] = [];
  const untilAcknowledged = untilNoted(journal, 'acknowledged');
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(random() * 600);
    await untilAcknowledged(APPENDS);
    killedAt.push(Date.now());
    await (eventStoreDb ? eventStoreDb.kill() : server.kill9());
    await pause(random() * 100);
    await (eventStoreDb ?? server).restart();
  }
  await pause(500);
  load.kill('SIGTERM');
  expect(await ended).toBe(0);
  const { stdout } = await promisify(execFile)(process.execPath, [...program('append-check'), url, journal], {
    maxBuffer: 2 ** 26,
  });
  const findings = JSON.parse(stdout) as Findings;
  const struck = killedAt.map(
    (from, kill) => findings.unknownAt.filter((at) => at >= from && at < (killedAt[kill + 1] ?? Infinity)).length,
  );
  return { findings, struck };
}

describe('promise 3: no acknowledged event is lost', () => {
  it(
    'when the server that keeps the log is killed with all its processes under load, again and again',
    async () => {
      const database = await server.createDatabase();
      const { findings, struck } = await killUnderLoad(database, KILLS, announcedSeed('promise 3'));
      expect(Math.min(...struck)).toBeGreaterThanOrEqual(1);
      expect(findings.acknowledged).toBeGreaterThanOrEqual(KILLS * APPENDS);
      expect(findings).toMatchObject({ missing: 0, misplaced: 0, unsettled: 0, twice: 0, uninvited: 0 });
      expect(findings).toMatchObject({ gaps: 0, disordered: 0 });
      if (logUnderTest === 'postgres') expect(findings.holes).toBe(0);
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: a log that acknowledges before it has stored loses events',
    async () => {
      const database = await server.createDatabase();
      const { findings } = await killUnderLoad(database, 1, announcedSeed('promise 3, broken'), 'ack-first');
      expect(findings.missing).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );
});
