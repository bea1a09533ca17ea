import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDateOf, regulation } from '#domain';
import { PASSWORD, startApi, startPostgres, type Session, type TestDatabase } from '#support';
import { startApiProcess } from './http/server-process.ts';
import type { BenchRow } from './row.ts';

const PROVINCES = 34;
const COMMUNES = 3321;
const REGISTRATIONS = 20_000;
const ROWS_PER_SECOND = 1000;
const UNITS_SECONDS = 60;
const MEBIBYTES = 300;

/**
 * Two lists imported by the process `api` and its importer, as they are operated: the 34 provinces and 3,321 communes of
 * the country, then 20,000 registrations of their models, and their returned lists. From the upload until the import is
 * over; the most memory that either process ever had.
 */
export async function benchImport(): Promise<BenchRow> {
  const database = await startPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-'));
  const cycleId = await prepare(database);
  const api = await startApiProcess(database.url, dataDir);
  try {
    const [admin, officer] = [await signedIn(api.url, 'admin'), await signedIn(api.url, 'officer')];
    const units = await importList(admin, { kind: 'units' }, unitsList(), PROVINCES + COMMUNES);
    const models = await importList(officer, { kind: 'registrations', cycleId }, modelsList(), REGISTRATIONS);
    return row(units, REGISTRATIONS / models, [await mostMemory(api.pid), await mostMemory(await childOf(api.pid))]);
  } finally {
    await api.stop();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function row(unitsSeconds: number, value: number, [api, importer]: readonly [number, number]): BenchRow {
  const ratio = value / ROWS_PER_SECOND;
  const met = ratio >= 1 && unitsSeconds <= UNITS_SECONDS && Math.max(api, importer) <= MEBIBYTES;
  const note =
    `${PROVINCES + COMMUNES} units in ${unitsSeconds.toFixed(1)} s (≤ ${UNITS_SECONDS} s); ` +
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

const codeOf = (digits: number, number: number): string => String(number).padStart(digits, '0');

function unitsList(): string {
  const provinces = Array.from(
    { length: PROVINCES },
    (_, index) => `T${codeOf(2, index + 1)},Tỉnh số ${index + 1},Tỉnh,Việt Nam,${codeOf(2, index + 1)},01/07/2025`,
  );
  const communes = Array.from({ length: COMMUNES }, (_, index) => {
    const province = `T${codeOf(2, (index % PROVINCES) + 1)}`;
    return `X${codeOf(5, index + 1)},Xã số ${index + 1},Xã,${province},${codeOf(5, index + 1)},01/07/2025`;
  });
  return ['Mã đơn vị,Tên đơn vị,Loại,Đơn vị cấp trên,Mã hành chính,Hiệu lực từ', ...provinces, ...communes].join('\n');
}

function modelsList(): string {
  const fields = ['Kinh tế', 'Văn hóa - xã hội'];
  const rows = Array.from({ length: REGISTRATIONS }, (_, index) => {
    const commune = codeOf(5, (index % COMMUNES) + 1);
    const situation = `Thực trạng của mô hình số ${index} ở xã, với những việc đã làm và những việc còn phải làm.`;
    return `R${index},${commune},Mô hình số ${index},Tập thể,${fields[index % 2] ?? ''},"${situation}"`;
  });
  return ['Mã dòng,Đơn vị,Tên mô hình,Loại,Lĩnh vực,Thực trạng', ...rows].join('\n');
}

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
  list: string,
  rows: number,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([list]), 'danh-sach.csv');
  const startedAt = performance.now();
  const sent = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
  const { id } = (await sent.json()) as { readonly id: string };
  for (;;) {
    const standing = (await (await fetch(`${url}/api/imports/${id}`, { headers })).json()) as {
      readonly status: string;
      readonly counts: { readonly created: number };
    };
    if (standing.status === 'QUEUED' || standing.status === 'RUNNING') {
      await sleep(200);
      continue;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    if (standing.counts.created !== rows) throw new Error(`imported: ${JSON.stringify(standing)}`);
    const returned = await fetch(`${url}/api/imports/${id}/file`, { headers });
    if (!returned.ok) throw new Error(`no returned list: ${await returned.text()}`);
    await returned.arrayBuffer();
    return seconds;
  }
}

/** MiB. Source: proc(5), `VmHWM`. */
async function mostMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1]) / 1024;
}

/** Source: proc(5). */
const childOf = async (pid: number): Promise<number> =>
  Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ')[0]);
