import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDateOf, regulation } from '#domain';
import { PASSWORD, startApi, startPostgres, type Session, type TestDatabase } from '#support';
import { modelsList, modelsWorkbook, REGISTRATIONS, UNITS, unitsList } from '../support/import-lists.ts';
import { childOf, mostMemory } from '../support/memory.ts';
import { startApiProcess, startProjectorProcess } from './http/server-process.ts';
import type { BenchRow } from './row.ts';

const ROWS_PER_SECOND = 1000;
const UNITS_SECONDS = 60;
const MEBIBYTES = 300;

/**
 * Two lists imported by the process `api` and its importer, beside a projector, as they are operated: the 34 provinces and 3,321 communes of
 * the country, then 20,000 registrations of their models, and these again as a large workbook, of which nothing is new;
 * and their returned lists. From the upload until the import is over; the most memory that either process ever had.
 */
export async function benchImport(): Promise<BenchRow> {
  const database = await startPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-'));
  const cycleId = await prepare(database);
  const projector = await startProjectorProcess(database.url);
  const api = await startApiProcess(database.url, dataDir);
  try {
    const [admin, officer] = [await signedIn(api.url, 'admin'), await signedIn(api.url, 'officer')];
    const units = await importList(admin, { kind: 'units' }, listed(unitsList()), { created: UNITS });
    const kind = { kind: 'registrations', cycleId };
    const models = await importList(officer, kind, listed(modelsList()), { created: REGISTRATIONS });
    const workbook = new File([await modelsWorkbook()], 'danh-sach.xlsx');
    await importList(officer, kind, workbook, { unchanged: REGISTRATIONS });
    return row(units, REGISTRATIONS / models, [await mostMemory(api.pid), await mostMemory(await childOf(api.pid))]);
  } finally {
    await api.stop();
    await projector.stop();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function row(unitsSeconds: number, value: number, [api, importer]: readonly [number, number]): BenchRow {
  const ratio = value / ROWS_PER_SECOND;
  const met = ratio >= 1 && unitsSeconds <= UNITS_SECONDS && Math.max(api, importer) <= MEBIBYTES;
  const note =
    `${UNITS} units in ${unitsSeconds.toFixed(1)} s (≤ ${UNITS_SECONDS} s); ` +
    `memory of the importer ${importer.toFixed(0)}, of the api ${api.toFixed(0)} MiB (≤ ${MEBIBYTES} MiB)`;
  return { name: 'import', value, unit: 'rows/s', bound: ROWS_PER_SECOND, ratio, target: 1, met, note };
}

/** The country, an administrator, an officer for all of it, a regulation in force and an open cycle; answers its id. */
async function prepare(database: TestDatabase): Promise<string> {
  const now = new Date().toISOString();
  const api = await startApi(database, { at: now });
  try {
    const root = await api.unit('Việt Nam', 'PROVINCE');
    for (const [name, role] of [
      ['admin', 'SYSTEM_ADMIN'],
      ['officer', 'UNIT_OFFICER'],
      ['body', 'STANDING_BODY_OFFICER'],
      ['signer', 'DECISION_SIGNER'],
    ] as const)
      await api.person(name, { role, unitId: root });
    const [body, signer] = [await api.signIn('body'), await api.signIn('signer')];
    const today = localDateOf(now);
    const year = Number(today.slice(0, 4));
    const content = regulation.exampleRegulation(year);
    const regulationId = await made(body, '/api/regulations', { unitId: root, content });
    const papers = { number: '12-QĐ/TU', issuedOn: today, from: today, illustrative: true };
    await made(signer, `/api/regulations/${regulationId}/publish`, papers);
    const cycle = { unitId: root, name: `Năm ${year}`, year, movement: 'Dân vận khéo', regulationId };
    return await made(body, '/api/cycles', cycle);
  } finally {
    await api.stop();
  }
}

async function made(session: Session, path: string, body: unknown): Promise<string> {
  const answer = await session.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

const listed = (list: string): File => new File([list], 'danh-sach.csv');

interface Client {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function signedIn(url: string, username: string): Promise<Client> {
  const headers = { 'content-type': 'application/json', 'x-kheo-client': 'bench' };
  const body = JSON.stringify({ username, password: PASSWORD });
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
  const cookie = String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
  return { url, headers: { cookie, 'x-kheo-client': 'bench' } };
}

/** Seconds from the upload to the end; fetches the returned list, too. */
async function importList(
  { url, headers }: Client,
  fields: Readonly<Record<string, string>>,
  list: File,
  expected: Readonly<Record<string, number>>,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', list);
  const startedAt = performance.now();
  const sent = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
  const { id } = (await sent.json()) as { readonly id: string };
  for (;;) {
    const standing = (await (await fetch(`${url}/api/imports/${id}`, { headers })).json()) as {
      readonly status: string;
      readonly counts: Readonly<Record<string, number>>;
    };
    if (standing.status === 'QUEUED' || standing.status === 'RUNNING') {
      await sleep(200);
      continue;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    if (Object.entries(expected).some(([kind, rows]) => standing.counts[kind] !== rows))
      throw new Error(`imported: ${JSON.stringify(standing)}`);
    const returned = await fetch(`${url}/api/imports/${id}/file`, { headers });
    if (!returned.ok) throw new Error(`no returned list: ${await returned.text()}`);
    await returned.arrayBuffer();
    return seconds;
  }
}
