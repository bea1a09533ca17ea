import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { organization, webhook, type Actor, type AnyEvent } from '#domain';
import { createEngine, createMemoryCheckpoints, createReactionRunner, shareReads, systemClock } from '#engine';
import {
  copyLog,
  createCodec,
  createEventLog,
  insideAdmissions,
  isIn,
  readBounded,
  upcasters,
  type EventLog,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import { openPool, type Pool } from '#postgres';
import { getTimeline, getUnit, readModelsDb, rebuildReadModels, startProjector } from '#read-models';
import { startPostgres, type TestPostgres } from '#support';
import { createIncidents, createReactionFailures, unitUseCase } from '#use-cases';
import { until } from '#support/until';
import { createWebhookSecrets, feedEventOf, parseTargets, startWebhooks } from '#webhooks';

/** Made up: version 1 of a renaming called the name otherwise. What does not lift it finds no name. */
const liftName = (data: unknown): unknown => {
  const { newName, ...rest } = data as { readonly newName: string };
  return { ...rest, name: newName };
};
const codec = createCodec<AnyEvent>({
  ...upcasters,
  UnitRenamed: [liftName],
  OrganizationChangeAdmitted: [insideAdmissions('UnitRenamed', liftName)],
});

const NAME = 'Xã Hòa Bình mới';
const unitId = randomUUID();
const stream = `unit-${unitId}`;
const actor: Actor = { personId: randomUUID(), role: 'SYSTEM_ADMIN', unitId };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const written = (type: string, data: object): NewEvent => {
  const commandId = randomUUID();
  const meta = { actor, recordedAt: '2026-03-02T01:30:00.000Z', effectiveOn: '2026-03-02', commandId };
  const envelope = { ...meta, correlationId: commandId, commandHash: '0'.repeat(64) };
  return { id: randomUUID(), type, version: 1, data, meta: envelope };
};

const founding = (id: string): NewEvent[] => [
  written('UnitEstablished', { unitId: id, kind: 'COMMUNE', name: 'Xã Hòa Bình', from: '2025-07-01' }),
  written('UnitRenamed', { unitId: id, newName: NAME, from: '2026-01-01' }),
];

let server: TestPostgres;
let pool: Pool;
let store: EventStore;
let log: EventLog;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool({ url: (await server.createDatabase()).url, name: 'test', connections: 10 });
  store = createMemoryEventStore();
  log = createEventLog(store, codec);
  await store.append(stream, 'no-stream', founding(unitId));
}, 60_000);
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const nameOf = (event: RecordedEvent) => (event.type === 'UnitRenamed' ? event.data.name : undefined);

describe('an event that is stored in an older version reaches in its shape of today', () => {
  it('a live view', async () => {
    const { tree } = await createDirectory(log).current();
    const unit = organization.unitOf(tree, unitId);
    expect(unit && organization.nameOn(unit, '2026-02-01')).toBe(NAME);
  });

  it('a reaction', async () => {
    const names: (string | undefined)[] = [];
    const tools = { engine: createEngine({ store: log }), clock: systemClock, incidents: createIncidents(log) };
    const stop = new AbortController();
    const running = createReactionRunner({
      reaction: {
        name: 'names',
        categories: ['unit'],
        handle: async (event) => void names.push(nameOf(event)),
      },
      ...{ store: log, reads: shareReads(log), failures: createReactionFailures(tools) },
      ...{ checkpoints: createMemoryCheckpoints(), owner: 'test' },
    }).run(stop.signal);
    await until(() => names.length === 2);
    stop.abort();
    await running;
    expect(names).toEqual([undefined, NAME]);
  });

  const follow = async (store: EventLog) => {
    const projector = await startProjector({ store, pool, clock: systemClock, logger: silent });
    expect(await projector.waitFor(await log.head(), 10_000)).toBe(true);
    return projector;
  };
  const namesOf = async (id: string) =>
    (await getUnit(readModelsDb(pool), { id, scope: 'all' }))?.names.map(({ name }) => name);
  const lastTold = async () => (await getTimeline(readModelsDb(pool), { subject: stream })).items.at(-1);

  it('the rows that a program before it had kept', async () => {
    await (await follow(createEventLog(store))).stop();
    expect(await lastTold()).toMatchObject({ type: 'UnitRenamed', data: { newName: NAME } });
    await (await follow(log)).stop();
    expect(await lastTold()).toMatchObject({
      data: { unitId, name: NAME, from: '2026-01-01' },
      changes: [{ pointer: '/name', before: 'Xã Hòa Bình', after: NAME }],
    });
    expect(await namesOf(unitId)).toEqual(['Xã Hòa Bình', NAME]);
  });

  it('the read models, followed and rebuilt', async () => {
    const projector = await follow(log);
    const other = randomUUID();
    await store.append(`unit-${other}`, 'no-stream', founding(other));
    expect(await projector.waitFor(await log.head(), 10_000)).toBe(true);
    expect(await namesOf(other)).toEqual(['Xã Hòa Bình', NAME]);
    await projector.stop();
    await pool.query(`update read_models.unit_names set name = '?'`);
    await rebuildReadModels({ store: log, pool });
    expect(await namesOf(other)).toEqual(['Xã Hòa Bình', NAME]);
  });

  it('the feed, which says the version it shows', async () => {
    const page = await readBounded(log, { after: 1, limit: 1, maxBytes: 10_000 }, (event) => ({
      sent: feedEventOf(event, { personal: true }),
      size: 1,
    }));
    expect(page.sent).toMatchObject([{ type: 'UnitRenamed', version: 2, data: { name: NAME } }]);
  });

  it('the receiver of a webhook', async () => {
    const got: string[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        got.push(body);
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}`;
    const targets = parseTargets(`${url}!private`);
    const engine = createEngine({ store: log });
    const shared = { engine, store: log, clock: systemClock, targets };
    const [webhookId, commandId] = [randomUUID(), randomUUID()];
    await engine.run({
      ...{ stream: `webhook-${webhookId}`, commandId, decider: webhook.decider, body: {} },
      prepare: (): webhook.RegisterWebhook => ({
        type: 'RegisterWebhook',
        data: { webhookId, url: `${url}/su-kien`, eventTypes: ['UnitRenamed'], begin: 'FIRST_EVENT' },
        facts: { target: 'ALLOWED', unknownTypes: [] },
        meta: { commandId, actor, at: systemClock.now(), correlationId: commandId },
      }),
    });
    await createWebhookSecrets(pool, randomBytes).renew(webhookId, commandId, systemClock.now());
    const webhooks = await startWebhooks({ ...shared, pool, owner: 'test', randomBytes, watchMs: 20 });
    const body = await until(() => got[0]);
    await webhooks.stop();
    receiver.close();
    expect(JSON.parse(body)).toMatchObject({ type: 'UnitRenamed', data: { version: 2, data: { name: NAME } } });
  });

  it('the readers of a copied log, which holds it as it was stored', async () => {
    const to = createMemoryEventStore();
    expect(await copyLog({ from: store, to, pause: sleep })).toMatchObject({ kind: 'copied' });
    const range = { from: 0, limit: 10 };
    expect(JSON.stringify(await to.readStream(stream, range))).toBe(
      JSON.stringify(await store.readStream(stream, range)),
    );
    expect((await to.readStream(stream, range))[1]).toMatchObject({ version: 1, data: { newName: NAME } });
    const events = await createEventLog(to, codec).readStream(stream, range);
    expect(events.filter((event) => isIn(event, 'unit')).map(nameOf)).toEqual([undefined, NAME]);
  });

  it('the stream it belongs to, where the gate had admitted it and the process had died before recording it', async () => {
    const mine = createMemoryEventStore();
    const [id, changedBy] = [randomUUID(), randomUUID()];
    const [established, renamed] = founding(id);
    await mine.append(`unit-${id}`, 'no-stream', [established as NewEvent]);
    const changes = [{ type: 'UnitRenamed', data: renamed?.data }];
    await mine.append('organization-4f0c1d8e-7a35-4b1e-9c62-2d8f5b3a9e10', 'no-stream', [
      written('OrganizationChangeAdmitted', { stream: `unit-${id}`, changedBy, changes }),
    ]);
    const today = createEventLog(mine, codec);
    const ports = { engine: createEngine({ store: today }), directory: createDirectory(today), newId: randomUUID };
    const data = { kind: 'UNIT', name: 'Hội', parentId: id, from: '2026-01-01' } as const;
    const ask = { caller: { kind: 'system' }, type: 'EstablishUnit', data } as const;
    expect(await unitUseCase.run({ ...ports, clock: systemClock }, ask)).toMatchObject({ kind: 'done' });
    const stored = await mine.readStream(`unit-${id}`, { from: 0, limit: 10 });
    expect(stored.slice(1)).toMatchObject([{ type: 'UnitRenamed', version: 2, data: { name: NAME } }]);
  });

  it('the decider: the name it has is no new name', async () => {
    const commandId = randomUUID();
    const meta = { commandId, actor, at: '2026-03-02T01:30:00.000Z', correlationId: commandId };
    const answer = await createEngine({ store: log }).run({
      ...{ stream, commandId, decider: organization.unit.decider, body: {} },
      prepare: () => ({ type: 'RenameUnit', data: { name: NAME, from: '2026-02-01' }, facts: {}, meta }) as const,
    });
    expect(answer).toMatchObject({ kind: 'rejected', reason: 'name-unchanged' });
  });
});
