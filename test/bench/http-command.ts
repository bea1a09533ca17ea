import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#support';
import { fire, type Load } from './http/load.ts';
import { fillWithRegistrations, signIn } from './http/registrations.ts';
import { startApiProcess, startBareProcess, type ServerProcess } from './http/server-process.ts';
import { median, type BenchRow } from './row.ts';

const CONNECTIONS = 64;
const ROUNDS = 5;
const ROUND_SECONDS = 3;
const TARGET = 0.7;
const REGISTRATIONS = 5000;
const P99_MS = 50;

/**
 * `record-progress` over HTTP, with session, client header, validation, permissions and rules, against a bare Fastify
 * route with a pooled `SELECT` and `INSERT` of the same event into a table with the same indexes, on the fastest of
 * three pools. Ours is the process `api` alone, as it is operated: the projector is a process of its own, and what it
 * costs is told by the rows `rebuild` and `lag`.
 */
export async function benchHttpCommand(): Promise<BenchRow> {
  const database = await startPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-'));
  const servers: ServerProcess[] = [];
  try {
    const ids = await fillWithRegistrations(database, REGISTRATIONS);
    const api = await startApiProcess(database.url, dataDir);
    servers.push(api);
    const ours: Load = { url: api.url, nextPath: pathsOf(ids), headers: await oursHeaders(api.url) };
    const { bare, connections } = await fastestBare(database.adminUrl, ids, servers);
    await fire(ours, { connections: CONNECTIONS, seconds: ROUND_SECONDS });
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ ours: await perSecond(ours), bare: await perSecond(bare) });
    const { p99 } = await fire(ours, { connections: 10, seconds: 10, perSecond: 100 });
    return row(
      median(rounds.map((round) => round.ours)),
      median(rounds.map((round) => round.bare)),
      p99,
      `bare pool of ${connections}`,
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function row(value: number, bound: number, p99: number, how: string): BenchRow {
  const ratio = value / bound;
  const met = ratio >= TARGET && p99 <= P99_MS;
  const note = `p99 at 100/s ${p99} ms (≤ ${P99_MS} ms); the api alone, ${CONNECTIONS} connections; ${how}`;
  return { name: 'http-command', value, unit: 'commands/s', bound, ratio, target: TARGET, met, note };
}

const oursHeaders = async (url: string) => ({ cookie: await signIn(url), 'x-kheo-client': 'bench' });

/** Round and round, so that no two commands are on one registration at a time. */
function pathsOf(ids: readonly string[]): () => string {
  let next = 0;
  return () => `/api/registrations/${ids[next++ % ids.length] ?? ''}/record-progress`;
}

const perSecond = async (load: Load, seconds = ROUND_SECONDS): Promise<number> =>
  (await fire(load, { connections: CONNECTIONS, seconds })).perSecond;

/** The bare route on the pool that serves it best. It stays running, in `servers`. */
async function fastestBare(url: string, ids: readonly string[], servers: ServerProcess[]) {
  const nextPath = pathsOf(ids);
  const trial = async (connections: number) => {
    const server = await startBareProcess(url, connections);
    servers.push(server);
    const bare: Load = { url: server.url, nextPath, headers: {} };
    await perSecond(bare, 1);
    return { connections, bare, speed: await perSecond(bare, 2) };
  };
  const trials = [await trial(10), await trial(20), await trial(CONNECTIONS)];
  return trials.reduce((fastest, next) => (next.speed > fastest.speed ? next : fastest));
}
