import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestDatabase, TestPostgres } from '#support';
import { startApiProcess, type ApiProcess } from './api-process.ts';
import { createHttpFixture } from './http-fixture.ts';
import type { HttpFindings } from './processes/http-check.ts';
import type { HttpLoad } from './processes/http-journal.ts';
import { untilNoted } from './until-noted.ts';

export interface HttpRunOptions extends Pick<HttpLoad, 'what' | 'seed' | 'revisions' | 'commands'> {
  /** Processes of Khéo on the one database. */
  readonly apis: number;
  /** A build of `broken/broken-builds.mjs`. */
  readonly broken?: string;
  /** Breaks something in the database before the load begins. */
  readonly breakDatabase?: (database: TestDatabase) => Promise<void>;
  /** What strikes while the load runs; the load is stopped afterwards. Without it, the load ends by itself. */
  readonly strike?: Strike;
}

/** `untilAnswered` resolves when the load has got that many more answers, and the last of them a moment ago. */
export type Strike = (apis: readonly ApiProcess[], untilAnswered: (answers: number) => Promise<void>) => Promise<void>;

const program = (name: string): string[] => [
  '--conditions=source',
  '--no-warnings',
  fileURLToPath(new URL(`./processes/${name}.ts`, import.meta.url)),
];

/** Load, strikes and the checker's findings, each in a process of its own, on a fresh database. */
export async function runOverHttp(postgres: TestPostgres, options: HttpRunOptions): Promise<HttpFindings> {
  const { what, seed, revisions = 4, commands = 8, apis: count, broken, breakDatabase, strike } = options;
  const folder = await mkdtemp(join(tmpdir(), 'kheo-http-'));
  const database = await postgres.createDatabase();
  const { from, ...fixture } = await createHttpFixture(database);
  await breakDatabase?.(database);
  const apis = await Promise.all(Array.from({ length: count }, () => startApiProcess(database, folder, broken)));
  try {
    await Promise.all(apis.map((api) => api.untilReady()));
    const journal = join(folder, `${randomUUID()}.jsonl`);
    await underLoad(
      { what, seed, revisions, commands, journal, urls: apis.map(({ url }) => url), ...fixture },
      strike && (() => strike(apis, untilNoted(journal, 'answered'))),
    );
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...program('http-check'), database.url, journal, String(from)],
      { maxBuffer: 2 ** 28 },
    );
    return JSON.parse(stdout) as HttpFindings;
  } finally {
    await Promise.all(apis.map((api) => api.kill9()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function underLoad(load: HttpLoad, strike?: () => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [...program('http-load'), JSON.stringify(load)], { stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    await strike?.();
    if (strike) child.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`the load generator ended with code ${code}`);
  } finally {
    child.kill('SIGKILL');
  }
}
