import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhook, type Actor, type DomainEvent } from '#domain';
import { createEngine, systemClock, type Engine } from '#engine';
import { createEventLog, type EventLog, type NewEvent } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { startPostgres } from '#support';
import { openPool, type Pool } from '#postgres';
import { createWebhookService } from '../webhook-service.ts';
import { createWebhookSecrets } from '../sending/secrets.ts';
import { createStandings } from '../delivery/standings.ts';
import { parseTargets } from '../target/targets.ts';
import { startWebhooks, type Webhooks, type WebhooksOptions } from '../delivery/start-webhooks.ts';

interface Got {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}
type Answering = (response: ServerResponse, got: Got, request: IncomingMessage) => void;
export const ok: Answering = (response) => response.writeHead(204).end();
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (response) =>
    response.writeHead(code, headers).end();

/** A receiver: keeps all it was sent and answers as it is told. */
export const startReceiver = async () => {
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

/** A log, a receiver, and whatever deliverers the test starts. */
const startWorld = async (pool: Pool, mark: string) => {
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
        ...{ leaseMs: 4000, tries: 3, retryMs: 10, maxRetryMs: 200, watchMs: 20 },
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
    pool,
    parked: async (id: string) => (await service.parked(id)) ?? [],
    /** Nobody delivers to the webhook any more: its deliverer has given the lease up. */
    isLeft: async (id: string): Promise<boolean> => {
      const left = 'select from engine.reaction_checkpoints where name = $1 and holder is null';
      return (await pool.query(left, [`webhook-${id}`])).rowCount === 1;
    },
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

const PATIENCE_MS = 120_000;

/** A world for each test of a file, on one database. `mark` says whether the receiver is known to be inside the network. */
export const worlds = (mark = '!private'): (() => Awaited<ReturnType<typeof startWorld>>) => {
  let world: Awaited<ReturnType<typeof startWorld>>;
  let close: () => Promise<void>;
  let pool: Pool;
  beforeAll(async () => {
    const postgres = await startPostgres();
    pool = openPool({ url: postgres.url, name: 'test', connections: 10 });
    close = () => pool.end().then(() => postgres.stop());
  }, PATIENCE_MS);
  afterAll(() => close(), PATIENCE_MS);
  beforeEach(async () => {
    world = await startWorld(pool, mark);
  });
  afterEach(() => world.stop());
  return () => world;
};
