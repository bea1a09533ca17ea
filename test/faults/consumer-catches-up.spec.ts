import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog } from '#event-store';
import {
  openLog,
  recognizedIn,
  startApi,
  startConsumer,
  startPostgres,
  tableOf,
  untilReached,
  withoutDecisions,
  type TestApi,
  type TestPostgres,
} from '#support';
import { appendAll, furniture, lifeOf, PROVINCE, Recorder, sampleLife, type Happening } from '#support/histories';
import { sized } from './size.ts';

const EVENTS = sized(200_000, 40_000);
const REPORTS = 100;
const TOGETHER = 32;

let postgres: TestPostgres;
let api: TestApi;
let store: EventLog;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  // The server shares this process with the tests: how long its silence is borne is told elsewhere.
  store = await openLog(postgres.url, { patienceMs: 60_000 });
  folder = await mkdtemp(join(tmpdir(), 'kheo-consumer-'));
}, 120_000);

afterAll(async () => {
  await store?.close();
  await api?.stop();
  await postgres?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** A life with many reports of progress, as a busy year has. */
const busyLife = (number: number): Happening[] => {
  const life = withoutDecisions(lifeOf(number, sampleLife(number)));
  const at = life.findIndex(({ event }) => event.type === 'ProgressRecorded');
  if (at < 0) return life;
  const stream = life[at]?.stream ?? '';
  const registrationId = stream.slice('registration-'.length);
  const reports = new Recorder(0x10_00_00_00 + number);
  for (let count = 0; count < REPORTS; count += 1)
    reports.record(stream, {
      type: 'ProgressRecorded',
      data: { registrationId, note: `Đạt ${count} %`, indicators: [], evidence: [] },
    });
  return [...life.slice(0, at), ...reports.happenings, ...life.slice(at)];
};

describe('a consumer that is added late', () => {
  it(`ends with a table equal to ours after ${EVENTS.toLocaleString('en')} events, while writes go on`, async () => {
    await appendAll(store, furniture());
    let written = 0;
    let lives = 0;
    while (written < EVENTS) {
      const batch = Array.from({ length: TOGETHER }, () => busyLife(lives++));
      await Promise.all(batch.map((life) => appendAll(store, life)));
      written += batch.flat().length;
    }
    await api.person('auditor', { role: 'AUDITOR', unitId: PROVINCE });
    await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: PROVINCE });
    await api.app.listen(0, '127.0.0.1');
    const [auditor, admin] = [await api.signIn('auditor'), await api.signIn('admin')];
    const made = await admin.post('/api/api-keys', { consumer: 'Kho dữ liệu tỉnh', scopes: ['feed'] });
    const url = await api.app.getUrl();
    const file = join(folder, 'models.sqlite');
    const begin = await store.head();
    const consumer = startConsumer({ url, apiKey: String(made.body['key']), file });
    let caughtUp = false;
    const writing = (async () => {
      while (!caughtUp) await appendAll(store, busyLife(lives++));
    })();
    await untilReached(file, begin, consumer).finally(() => (caughtUp = true));
    await writing;
    const head = await store.head();
    expect(head).toBeGreaterThan(begin);
    await untilReached(file, head, consumer);
    for (let seen = 0; seen < head;)
      seen =
        (
          await api.pool.query<{ seen: number }>(
            `SELECT position::float8 AS seen FROM read_models.projections WHERE name = 'register'`,
          )
        ).rows[0]?.seen ?? 0;
    const ours = await recognizedIn(auditor, 0);
    expect(tableOf(file).map(({ position: _, ...row }) => row)).toEqual(ours);
    expect(ours.length).toBeGreaterThan(EVENTS / 200);
    expect(await consumer.end('SIGTERM')).toBe(0);
  }, 240_000);
});
