import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { webhook, type Actor, type DomainEvent } from '#domain';
import { createEngine, createPostgresCheckpoints, systemClock, type Engine } from '#engine';
import { createEventLog, type EventLog, type NewEvent } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { startPostgres, type TestPostgres } from '#support';
import { openPool, type Pool } from '#postgres';
import { Webhook } from 'standardwebhooks';
import { createWebhookService } from '../webhook-service.ts';
import { createWebhookSecrets } from '../sending/secrets.ts';
import { createStandings } from './standings.ts';
import { parseTargets } from '../target/targets.ts';
import { startWebhooks, type Webhooks, type WebhooksOptions } from './start-webhooks.ts';

const PATIENCE_MS = 120_000;
let postgres: TestPostgres;
let pool: Pool;

beforeAll(async () => {
  postgres = await startPostgres();
  pool = openPool({ url: postgres.url, name: 'test', connections: 10 });
}, PATIENCE_MS);
afterAll(async () => {
  await pool.end();
  await postgres.stop();
}, PATIENCE_MS);

interface Got {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}
type Answering = (response: ServerResponse, got: Got, request: IncomingMessage) => void;
const ok: Answering = (response) => response.writeHead(204).end();
const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (response) =>
    response.writeHead(code, headers).end();

/** A receiver: keeps all it was sent and answers as it is told. */
const startReceiver = async () => {
  const got: Got[] = [];
  const receiver = { got, answer: ok, url: '' };
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = {
        id: String(request.headers['webhook-id']),
        headers: request.headers as Record<string, string>,
        body,
      };
      got.push(one);
      receiver.answer(response, one, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(receiver, { close });
};

const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-province' };

type Said = {
  [T in webhook.WebhookCommand['type']]: Omit<Extract<webhook.WebhookCommand, { readonly type: T }>, 'meta'>;
}[webhook.WebhookCommand['type']];

/** A command of the administrator on one webhook. */
const say = async (engine: Engine, webhookId: string, said: Said): Promise<void> => {
  const commandId = randomUUID();
  const answer = await engine.run({
    ...{ stream: `webhook-${webhookId}`, commandId, decider: webhook.decider, body: said },
    prepare: () => ({ ...said, meta: { commandId, actor: admin, at: systemClock.now(), correlationId: commandId } }),
  });
  if (answer.kind === 'rejected') throw new Error(answer.reason);
};

const until = async (done: () => boolean | Promise<boolean>, what = 'what was awaited') => {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await done()) return;
    await sleep(10);
  }
  throw new Error(`${what} did not come`);
};

/** A log, a receiver, and whatever deliverers the test starts. */
const startWorld = async (mark = '!private') => {
  const store = createEventLog(createMemoryEventStore());
  const anything: EventLog<DomainEvent> = store;
  const engine = createEngine({ store });
  const receiver = await startReceiver();
  const targets = parseTargets(`${receiver.url}${mark}`);
  const secrets = createWebhookSecrets(pool, randomBytes);
  const service = createWebhookService({
    store,
    clock: systemClock,
    secrets,
    standings: createStandings(pool),
    targets,
  });
  const started: Webhooks[] = [];
  const world = {
    store,
    service,
    secrets,
    say: (webhookId: string, said: Said) => say(engine, webhookId, said),
    receiver,
    async deliver(more: Partial<WebhooksOptions> = {}): Promise<Webhooks> {
      const webhooks = await startWebhooks({
        ...{ store, engine, clock: systemClock, pool, targets, randomBytes, owner: randomUUID() },
        ...{ leaseMs: 600, tries: 3, retryMs: 10, maxRetryMs: 200, watchMs: 20 },
        sending: { connectMs: 300, totalMs: 500 },
        ...more,
      });
      started.push(webhooks);
      return webhooks;
    },
    async register(more: Partial<webhook.RegisterWebhook['data']> = {}) {
      const id = randomUUID();
      await say(engine, id, {
        type: 'RegisterWebhook',
        data: { webhookId: id, url: `${receiver.url}/su-kien`, eventTypes: [], begin: 'NOW', ...more },
        facts: { target: 'ALLOWED', unknownTypes: [] },
      });
      return { id, secret: (await secrets.renew(id, randomUUID(), systemClock.now())) ?? '' };
    },
    /** Cycles closed, each in a stream of its own; answers the events' ids. */
    async happen(count: number, type = 'CycleClosed'): Promise<string[]> {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const cycleId = randomUUID();
        const event = happening(type, { cycleId, reason: 'Đã tổng kết' });
        await anything.append(`cycle-${cycleId}`, 'no-stream', [event]);
        ids.push(event.id);
      }
      return ids;
    },
    told: (): string[] => receiver.got.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id),
    parked: async (id: string) => (await service.parked(id)) ?? [],
    async stop() {
      await Promise.all(started.map((one) => one.stop()));
      receiver.close();
    },
  };
  return world;
};

const happening = (type: string, data: unknown): NewEvent => ({
  id: randomUUID(),
  type,
  version: 1,
  data,
  meta: {
    actor: admin,
    recordedAt: '2026-03-02T01:30:00.000Z',
    effectiveOn: '2026-03-02',
    commandId: randomUUID(),
    correlationId: randomUUID(),
    commandHash: 'h',
  },
});

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

describe('a webhook', () => {
  it('is told of what happens from now on, in order, with a signature its receiver can check', async () => {
    await world.happen(2);
    const { secret } = await world.register();
    const ids = await world.happen(5);
    await world.deliver();
    await until(() => world.receiver.got.length >= 5);
    expect(world.told()).toEqual(ids);
    for (const { headers, body } of world.receiver.got)
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({
        type: 'CycleClosed',
        timestamp: '2026-03-02T01:30:00.000Z',
      });
    expect(() =>
      new Webhook(`whsec_${randomBytes(32).toString('base64')}`).verify(
        world.receiver.got[0]?.body ?? '',
        world.receiver.got[0]?.headers ?? {},
      ),
    ).toThrow();
    expect(new Set(world.receiver.got.map(({ id }) => id)).size).toBe(5);
  });

  it('is told from the first event where that was asked for, and of its types only', async () => {
    const [before] = await world.happen(1);
    await world.happen(1, 'CycleOpened');
    await world.register({ begin: 'FIRST_EVENT', eventTypes: ['CycleClosed'] });
    const [after] = await world.happen(1);
    await world.deliver();
    await until(() => world.receiver.got.length >= 2);
    await sleep(50);
    expect(world.told()).toEqual([before, after]);
  });

  it('tries again, with the same id, until the event is taken', async () => {
    let answers = 0;
    world.receiver.answer = (...all) => ((answers += 1) < 3 ? status(503) : ok)(...all);
    const { id } = await world.register();
    await world.happen(1);
    await world.deliver();
    await until(() => world.receiver.got.length >= 3);
    expect(new Set(world.receiver.got.map((one) => one.id)).size).toBe(1);
    await until(async () => typeof (await world.service.find(id))?.standing.lastSuccessAt === 'string');
    expect(await world.service.find(id)).toMatchObject({ parkedCount: 0, standing: { lastFailure: 'answered 503' } });
  });

  it('waits as long as the receiver asks, within bounds', async () => {
    const times: number[] = [];
    world.receiver.answer = (...all) =>
      (times.push(Date.now()) < 2 ? status(429, { 'retry-after': '3600' }) : ok)(...all);
    await world.register();
    await world.happen(1);
    await world.deliver({ maxRetryMs: 400 });
    await until(() => times.length >= 2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(390);
  });

  it('sets aside what is not taken, goes on, and sends it again when somebody asks', async () => {
    const { id } = await world.register();
    const [bad, good] = await world.happen(2);
    world.receiver.answer = (response, got, request) =>
      (got.body.includes(String(bad)) ? status(500) : ok)(response, got, request);
    await world.deliver();
    await until(() => world.told().includes(String(good)));
    expect(await world.parked(id)).toMatchObject([
      { eventId: bad, cause: 'answered 500', attempts: 3, status: 'PARKED' },
    ]);
    expect(world.told()).toEqual([bad, bad, bad, good]);

    await world.say(id, { type: 'ReplayDeliveries', data: { eventIds: [] }, facts: {} });
    await until(() => world.receiver.got.length >= 7);
    await until(async () => (await world.parked(id))[0]?.status === 'PARKED');
    world.receiver.answer = ok;
    await world.say(id, { type: 'ReplayDeliveries', data: { eventIds: [String(bad)] }, facts: {} });
    await until(async () => (await world.parked(id)).length === 0);
    expect(world.told().at(-1)).toBe(bad);
    expect(world.receiver.got.at(-1)?.id).toBe(world.receiver.got[0]?.id);
  });

  it('is paused when the receiver is gone, and goes on with that event', async () => {
    world.receiver.answer = status(410);
    const { id } = await world.register();
    const ids = await world.happen(2);
    await world.deliver();
    await until(async () => (await world.service.find(id))?.status === 'PAUSED');
    await sleep(60);
    expect(world.told()).toEqual([ids[0]]);
    world.receiver.answer = ok;
    await world.say(id, { type: 'ResumeWebhook', data: {}, facts: {} });
    await until(() => world.receiver.got.length >= 3);
    expect(world.told()).toEqual([ids[0], ...ids]);
  });

  it('gets nothing that happens after it was paused or removed, however late that is noticed', async () => {
    const { id } = await world.register();
    await world.deliver({ watchMs: 60_000 });
    const [before] = await world.happen(1);
    await until(() => world.receiver.got.length >= 1);
    await world.say(id, { type: 'PauseWebhook', data: { reason: 'bảo trì' }, facts: {} });
    await world.happen(1);
    await sleep(100);
    expect(world.told()).toEqual([before]);
  });

  it('signs with the old secret and the new for a day', async () => {
    const { id, secret } = await world.register();
    const rotation = randomUUID();
    const renewed = (await world.secrets.renew(id, rotation, systemClock.now())) ?? '';
    expect(await world.secrets.renew(id, rotation, systemClock.now())).toBe(renewed);
    await world.happen(1);
    await world.deliver();
    await until(() => world.receiver.got.length >= 1);
    const [{ body, headers } = { body: '', headers: {} }] = world.receiver.got;
    for (const one of [secret, renewed]) expect(new Webhook(one).verify(body, headers)).toBeDefined();
    const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
    expect(await createWebhookSecrets(pool, randomBytes).valid(id, tomorrow)).toEqual([renewed]);
  });
});

describe('a receiver that does not behave', () => {
  const causeOf = async (more: Partial<WebhooksOptions> = {}, url?: string): Promise<string> => {
    const { id } = await world.register(url === undefined ? {} : { url });
    await world.happen(1);
    await world.deliver({ tries: 1, ...more });
    await until(async () => (await world.parked(id)).length === 1);
    return (await world.parked(id))[0]?.cause ?? '';
  };

  it('and sends elsewhere is not followed', async () => {
    const elsewhere = await startReceiver();
    world.receiver.answer = status(307, { location: elsewhere.url });
    expect(await causeOf()).toBe('answered 307');
    expect(elsewhere.got).toEqual([]);
    elsewhere.close();
  });

  it('and never answers is given up', async () => {
    world.receiver.answer = () => undefined;
    expect(await causeOf()).toMatch(/Timeout|aborted/iu);
  });

  it('and floods us with an answer is cut off', async () => {
    let written = 0;
    let cut = false;
    world.receiver.answer = (response) => {
      response.writeHead(200);
      response.on('close', () => (cut = true));
      const chunk = Buffer.alloc(16 * 1024);
      const more = () => {
        while (!cut && response.write(chunk)) written += chunk.length;
        if (!cut) response.once('drain', more);
      };
      more();
    };
    await world.register();
    await world.happen(1);
    await world.deliver({ sending: { totalMs: 60_000 } });
    await until(() => cut, 'the cut');
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('an address inside the network', () => {
  beforeEach(async () => {
    await world.stop();
    world = await startWorld('');
  });

  it('is not spoken to unless it is marked', async () => {
    const { id } = await world.register();
    await world.happen(1);
    await world.deliver({ tries: 1 });
    await until(async () => (await world.parked(id)).length === 1);
    expect((await world.parked(id))[0]?.cause).toMatch(/not public/u);
    expect(world.receiver.got).toEqual([]);
  });

  it('is not reached by a name that changes its address after it was looked at', async () => {
    const port = new URL(world.receiver.url).port;
    const url = `http://doi-dia-chi.example.vn:${port}`;
    const targets = parseTargets(url);
    const { id } = await world.register({ url });
    let lookups = 0;
    await world.happen(1);
    await world.deliver({
      targets,
      tries: 3,
      sending: {
        totalMs: 500,
        connectMs: 200,
        resolve: (_name, _options, callback) => {
          lookups += 1;
          callback(null, [{ address: lookups === 1 ? '2606:4700::1' : '127.0.0.1', family: lookups === 1 ? 6 : 4 }]);
        },
      },
    });
    await until(async () => (await world.parked(id)).length === 1);
    expect((await world.parked(id))[0]?.cause).toMatch(/not public/u);
    expect(lookups).toBe(3);
    expect(world.receiver.got).toEqual([]);
  });
});

describe('two processes that deliver', () => {
  it('share one webhook: one delivers, and when it goes the other takes over', async () => {
    const { id } = await world.register();
    const noted = async () => (await world.service.find(id))?.standing.position === (await world.store.head());
    const first = await world.deliver({ leaseMs: 4000 });
    await world.happen(20);
    await until(() => world.receiver.got.length >= 1);
    await world.deliver({ leaseMs: 4000 });
    await until(noted, 'the note that all was taken');
    expect(new Set(world.told()).size).toBe(20);
    expect(world.receiver.got).toHaveLength(20);
    await first.stop();
    const later = await world.happen(5);
    await until(() => world.receiver.got.length >= 25);
    expect(world.told().slice(20)).toEqual(later);
  });

  it('and one that stops between the answer and its note repeats the event under the same id', async () => {
    const { id } = await world.register();
    const checkpoints = createPostgresCheckpoints(pool);
    const first = await world.deliver();
    await until(async () => typeof (await world.service.find(id))?.standing.position === 'number');
    // The answer is held back until another has taken the lease: the first cannot note that the event was taken.
    world.receiver.answer = (response, got, request) => {
      void (async () => {
        await pool.query('update engine.reaction_checkpoints set holder = null where name = $1', [`webhook-${id}`]);
        const stolen = await checkpoints.acquire(`webhook-${id}`, 'a third', 60_000);
        if (stolen) await checkpoints.release(stolen);
        world.receiver.answer = ok;
        ok(response, got, request);
      })();
    };
    const [event] = await world.happen(1);
    await until(() => world.receiver.got.length >= 2);
    expect(world.told()).toEqual([event, event]);
    expect(new Set(world.receiver.got.map((one) => one.id)).size).toBe(1);
    await first.stop();
  });
});
