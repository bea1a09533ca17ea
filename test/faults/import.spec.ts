import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventsIn } from '#event-store';
import { startPostgres, type TestPostgres } from '#support';
import { until } from '#support/until';
import { openLog } from '../support/log.ts';
import { startApiProcess } from './api-process.ts';
import { createHttpFixture } from './http-fixture.ts';
import { announcedSeed, pause, randomFrom } from './seed.ts';

const MINUTE = 60_000;
const ROWS = 12_000;
const KILLS = 2;

let postgres: TestPostgres;
let folder: string;
beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'kheo-import-fault-'));
}, MINUTE);
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}, MINUTE);

const list = (): string =>
  [
    'Mã dòng,Tên mô hình,Loại,Lĩnh vực',
    ...Array.from({ length: ROWS }, (_, index) => `D${index},Mô hình ${index},Tập thể,Kinh tế`),
  ].join('\n');

interface Standing {
  readonly status: string;
  readonly done: number;
  readonly counts: Readonly<Record<string, number>>;
}

it(
  'an import whose api, and then whose importer, is killed in the middle goes on, each row has one effect, and what is told of it is true',
  async () => {
    const random = randomFrom(announcedSeed('import'));
    const { cookie, unitId, cycleId, from } = await createHttpFixture(postgres);
    const api = await startApiProcess(postgres, folder);
    const headers = { cookie, 'x-kheo-client': 'test', 'idempotency-key': randomUUID() };
    const standing = async (id: string): Promise<Standing> =>
      (await (await fetch(`${api.url}/api/imports/${id}`, { headers })).json()) as Standing;
    try {
      await api.untilReady();
      const form = new FormData();
      for (const [name, value] of Object.entries({ kind: 'registrations', cycleId, unitId })) form.set(name, value);
      form.set('file', new Blob([list()]), 'danh-sach.csv');
      const sent = await fetch(`${api.url}/api/imports`, { method: 'POST', headers, body: form });
      const { id } = (await sent.json()) as { readonly id: string };

      for (let kill = 1, done = 0; kill <= KILLS; kill += 1) {
        const before = done;
        ({ done } = await until(async () => {
          const now = await standing(id);
          return now.done > before ? now : undefined;
        }));
        await pause(random() * 500);
        if (kill % 2 === 0) await api.killImporter9();
        else {
          await api.kill9();
          api.restart();
          await api.untilReady();
        }
        expect((await standing(id)).status).toBe('RUNNING');
      }
      const over = await until(async () => {
        const now = await standing(id);
        return now.status === 'RUNNING' ? undefined : now;
      }, 2 * MINUTE);
      expect(over).toMatchObject({ status: 'ENDED', done: ROWS, counts: { created: ROWS, failed: 0 } });
    } finally {
      await api.kill9();
    }
    const log = await openLog(postgres.url);
    const names: string[] = [];
    for (let after = from; ;) {
      const { events, upTo } = await log.readAll({ after, limit: 5000, categories: ['registration'] });
      for (const event of eventsIn(events, ['registration']))
        names.push(event.type === 'RegistrationDrafted' ? event.data.form.name : event.type);
      if (upTo === after || events.length === 0) break;
      after = upTo;
    }
    await log.close();
    expect(names).toHaveLength(ROWS);
    expect(new Set(names).size).toBe(ROWS);
  },
  5 * MINUTE,
);
