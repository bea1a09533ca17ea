import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  recognizedIn,
  startApi,
  startConsumer,
  startPostgres,
  tableOf,
  untilReached,
  withoutDecisions,
  type ConsumerProcess,
  type RecognizedModel,
  type Session,
  type TestApi,
  type TestPostgres,
} from '#support';
import { appendAll, commune, furniture, lifeOf, PROVINCE, sampleLife } from '#support/histories';
import { until } from '#support/until';

let postgres: TestPostgres;
let api: TestApi;
let url: string;
let auditor: Session;
let admin: Session;
let folder: string;
let apiKey: string;
let keyId: string;
const running: ConsumerProcess[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  await appendAll(api.ports.store, furniture());
  await api.person('auditor', { role: 'AUDITOR', unitId: PROVINCE });
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: PROVINCE });
  await api.app.listen(0, '127.0.0.1');
  url = await api.app.getUrl();
  [auditor, admin] = [await api.signIn('auditor'), await api.signIn('admin')];
  const made = await admin.post('/api/api-keys', { consumer: 'Kho dữ liệu tỉnh', scopes: ['feed'] });
  [apiKey, keyId] = [String(made.body['key']), made.body.id];
  folder = await mkdtemp(join(tmpdir(), 'kheo-consumer-'));
}, 120_000);

afterAll(async () => {
  await Promise.all(running.map((consumer) => consumer.end('SIGKILL')));
  await api?.stop();
  await postgres?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const file = (name = 'models'): string => join(folder, `${name}.sqlite`);
const start = (to: { readonly url?: string; readonly file?: string } = {}): ConsumerProcess => {
  const consumer = startConsumer({ url, apiKey, file: file(), ...to });
  running.push(consumer);
  return consumer;
};
const withoutPosition = (rows: readonly RecognizedModel[]): object[] => rows.map(({ position: _, ...row }) => row);

/** Our own register and the consumer's table, both as of the end of the log. */
const bothTables = async (consumer: ConsumerProcess, of = file()) => {
  const head = await api.ports.store.head();
  await untilReached(of, head, consumer);
  return { ours: await recognizedIn(auditor, head), theirs: withoutPosition(tableOf(of)) };
};

let lives = 0;
/** A command that renames a commune, and a registration that goes its way. */
const something = async (): Promise<void> => {
  const number = ++lives;
  const from = new Date(Date.parse('2025-07-01') + number * 86_400_000).toISOString().slice(0, 10);
  const renamed = await admin.post(`/api/units/${commune(number)}/rename`, {
    name: `Xã Đông Hải, tên thứ ${number}`,
    from,
  });
  if (renamed.status !== 200) throw new Error(JSON.stringify(renamed.body));
  await appendAll(api.ports.store, withoutDecisions(lifeOf(number, sampleLife(number))));
};

describe('a consumer of the feed', () => {
  it('ends with a table equal to our register, killed again and again while commands go on', async () => {
    let writing = true;
    const commands = (async () => {
      while (lives < 90) await something();
    })().finally(() => (writing = false));
    let kills = 0;
    while (writing || kills < 3) {
      const consumer = start();
      await until(() => !writing || consumer.said().split('Read up to').length > 1 + (kills % 3));
      expect([await consumer.end('SIGKILL'), consumer.said()]).toEqual([null, expect.any(String)]);
      kills += 1;
    }
    await commands;
    const consumer = start();
    const { ours, theirs } = await bothTables(consumer);
    expect(theirs).toEqual(ours);
    expect(new Set(ours.map(({ status }) => status))).toEqual(new Set(['recognized', 'revoked']));
    expect(ours.length).toBeGreaterThan(40);
    await something();
    expect(await bothTables(consumer)).toMatchObject({ theirs: await recognizedIn(auditor, 0) });
    expect(await consumer.end('SIGTERM')).toBe(0);
  });

  it('names with each row the event of its decision', async () => {
    const rows = tableOf(file());
    const positions = new Map<string, number>();
    for (let after = 0; ;) {
      const { events } = await api.ports.store.readAll({ after, limit: 1000 });
      for (const { type, data, position } of events)
        if (type === 'ModelRecognized' || type === 'RecognitionRevoked')
          positions.set((data as { readonly registrationId: string }).registrationId, position);
      after = events.at(-1)?.position ?? after;
      if (events.length === 0) break;
    }
    expect(new Map(rows.map((row) => [row.registration_id, row.position]))).toEqual(positions);
  });

  it('starts anew when the log was restored from a backup', async () => {
    await api.pool.query('UPDATE identity.epoch SET epoch = gen_random_uuid()');
    await something();
    const consumer = start();
    const { ours, theirs } = await bothTables(consumer);
    expect(theirs).toEqual(ours);
    expect(consumer.said()).toContain('starting anew');
    expect(await consumer.end('SIGTERM')).toBe(0);
  });

  it('starts anew when it is ahead of the log', async () => {
    const db = new DatabaseSync(file());
    db.prepare('UPDATE checkpoint SET position = ?').run(Number.MAX_SAFE_INTEGER);
    db.prepare(`UPDATE recognized_models SET model_name = 'never happened'`).run();
    db.close();
    const consumer = start();
    let ended = false;
    void consumer.ended.then(() => (ended = true));
    while (!ended && !consumer.said().includes('starting anew')) await sleep(20);
    expect(consumer.said()).toContain('starting anew');
    const { ours, theirs } = await bothTables(consumer);
    expect(theirs).toEqual(ours);
    expect(await consumer.end('SIGTERM')).toBe(0);
  });

  it('waits as long as a busy server asks, then goes on', async () => {
    const asked: number[] = [];
    const busy: Server = createServer((request, response) => {
      asked.push(Date.now());
      if (asked.length < 3) response.writeHead(503, { 'retry-after': '1' }).end('{}');
      else
        void fetch(`${url}${request.url ?? ''}`, { headers: { authorization: request.headers.authorization ?? '' } })
          .then((answer) => answer.text())
          .then((page) => response.end(page));
    });
    await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', listening));
    try {
      const consumer = start({ url: `http://127.0.0.1:${(busy.address() as AddressInfo).port}`, file: file('busy') });
      const { ours, theirs } = await bothTables(consumer, file('busy'));
      expect(theirs).toEqual(ours);
      expect([asked[1]! - asked[0]! >= 990, asked[2]! - asked[1]! >= 990]).toEqual([true, true]);
      expect(await consumer.end('SIGTERM')).toBe(0);
    } finally {
      busy.close();
      busy.closeAllConnections();
    }
  });

  it('ends and says why when its key is revoked', async () => {
    const consumer = start();
    await bothTables(consumer);
    await admin.post(`/api/api-keys/${keyId}/revoke`);
    await something();
    expect([await consumer.ended, consumer.said()]).toEqual([1, expect.stringContaining('401')]);
  });
});
