import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, startApi, startPostgres, startNode, type Program, type TestPostgres } from '#support';
import { until } from '#support/until';
import { freePort } from '../faults/free-port.ts';
import { modelsWorkbook, REGISTRATIONS } from '../support/import-lists.ts';
import { logSettings } from '../support/log.ts';
import { childOf, mostMemory } from '../support/memory.ts';
import { openOffice, type ImportingOffice } from './import-fixture.ts';

const MEGABYTE = 1_000_000;
const MEMORY_MIB = 300;
const MINUTE = 60_000;

let postgres: TestPostgres;
let office: ImportingOffice;
let api: Program;
let url: string;
let dataDir: string;

beforeAll(async () => {
  postgres = await startPostgres();
  const prepared = await startApi(postgres);
  office = await openOffice(prepared);
  await prepared.stop();
  dataDir = await mkdtemp(join(tmpdir(), 'kheo-large-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  api = startNode([resolve('dist/apps/api/main.js')], {
    ...logSettings(postgres.url),
    KHEO_DATABASE_URL: postgres.url,
    KHEO_DATA_DIR: dataDir,
    KHEO_PORT: String(port),
    KHEO_RATE_LIMIT_PER_MINUTE: '1000000',
  });
  await until(async () => (await fetch(`${url}/health/live`)).ok);
}, 2 * MINUTE);

afterAll(async () => {
  api.child.kill('SIGTERM');
  await api.exited;
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}, MINUTE);

it(
  'a workbook of 10 MB that unpacks to 145 MB is read and given back by the importer in 300 MiB',
  async () => {
    const watching = new AbortController();
    const importer = mostOfImporter(watching.signal);
    const workbook = await modelsWorkbook();
    expect(workbook.length).toBeGreaterThan(10 * MEGABYTE);
    const headers = { 'x-kheo-client': 'test', cookie: await signIn() };
    const form = new FormData();
    const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune, dryRun: 'true' };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([workbook]), 'danh-sach.xlsx');
    const sent = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
    const { id } = (await sent.json()) as { readonly id: string };
    const over = await until(async () => {
      const standing = (await (await fetch(`${url}/api/imports/${id}`, { headers })).json()) as { status: string };
      if (!['QUEUED', 'RUNNING'].includes(standing.status)) return standing;
      // Asked more often, the api would be measured at answering.
      await sleep(500);
      return undefined;
    }, 5 * MINUTE);
    // Of communes that this office does not have: each row is refused, and marked.
    expect(over).toMatchObject({ status: 'ENDED', done: REGISTRATIONS, counts: { failed: REGISTRATIONS } });
    const returned = await fetch(`${url}/api/imports/${id}/file`, { headers });
    expect([returned.status, (await returned.arrayBuffer()).byteLength > 10 * MEGABYTE]).toEqual([200, true]);
    const { pid = 0 } = api.child;
    watching.abort();
    const most = [await mostMemory(pid), await importer];
    for (const each of most) expect(each).toBeGreaterThan(0);
    expect(Math.max(...most)).toBeLessThan(MEMORY_MIB);
  },
  8 * MINUTE,
);

async function signIn(): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kheo-client': 'test' },
    body: JSON.stringify({ username: 'officer', password: PASSWORD }),
  });
  return String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
}

/** It ends when nothing was asked of it for a while: what it took is looked at while it is there. */
async function mostOfImporter(signal: AbortSignal): Promise<number> {
  let most = 0;
  while (!signal.aborted) {
    const now = await childOf(api.child.pid ?? 0)
      .then(mostMemory)
      .catch(() => 0);
    most = Math.max(most, now || 0);
    await sleep(200);
  }
  return most;
}
