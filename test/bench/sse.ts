import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, StoredEvent } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { createApiKeys } from '#identity';
import { startPostgres } from '#support';
import { openPool } from '#postgres';
import { sampleEvent } from './append-load.ts';
import { startApiProcess, startBareSseProcess, type ServerProcess } from './http/server-process.ts';
import { median, type BenchRow } from './row.ts';
import { openConsumers, type Consumers } from './sse/consumers.ts';

const CONSUMERS = 200;
const ROUNDS = 5;
/** Events a round, in appends of a hundred. */
const EVENTS = 1000;
const APPEND = 100;

/**
 * Events delivered per second to 200 consumers who follow the feed of one api, from the append of the first to the last
 * arrival, against a bare server that writes the same bytes to 200 connections as it gets them. Consumers are a process
 * of their own, and so are both servers.
 */
export async function benchSse200(): Promise<BenchRow> {
  const database = await startPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-'));
  const store = await createPostgresEventStore({ url: database.url });
  const running: (ServerProcess | Consumers)[] = [];
  try {
    const [api, bare] = [await startApiProcess(database.url, dataDir), await startBareSseProcess()];
    const authorization = `Bearer ${await keyFor(database.url)}`;
    const following = await openConsumers(`${api.url}/api/feed/stream`, { authorization }, CONSUMERS);
    const bareFollowing = await openConsumers(`${bare.url}/stream`, {}, CONSUMERS);
    running.push(following, bareFollowing, api, bare);
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const before = await store.head();
      const ours = await perSecond(() => append(store, following));
      const { events } = await store.readAll({ after: before, limit: EVENTS });
      rounds.push({ ours, bare: await perSecond(() => send(bare.url, events, bareFollowing)) });
    }
    rounds.shift(); // to warm up
    const value = median(rounds.map((round) => round.ours));
    const bound = median(rounds.map((round) => round.bare));
    const note = `${EVENTS} events a round, appended while they are delivered`;
    return { name: 'sse-200', value, unit: 'deliveries/s', bound, ratio: value / bound, target: null, met: true, note };
  } finally {
    await Promise.all(running.map((each) => each.stop()));
    await store.close();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function perSecond(round: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await round();
  return (EVENTS * CONSUMERS * 1000) / (performance.now() - startedAt);
}

async function append(store: EventStore, consumers: Consumers): Promise<void> {
  let head = 0;
  for (let from = 0; from < EVENTS; from += APPEND) {
    const events = Array.from({ length: APPEND }, () => sampleEvent());
    const answer = await store.append(`bench-${randomUUID()}`, 'no-stream', events);
    if (answer.kind === 'appended') head = answer.position;
  }
  await consumers.until(head);
}

/** The same frames the api sends, a hundred at once. */
async function send(url: string, events: readonly StoredEvent[], consumers: Consumers): Promise<void> {
  for (let from = 0; from < events.length; from += APPEND) {
    const frames = events.slice(from, from + APPEND).map(({ meta, ...event }) => {
      const { recordedAt, effectiveOn, actor } = meta;
      return `id: ${event.position}\ndata: ${JSON.stringify({ ...event, recordedAt, effectiveOn, actor })}\n\n`;
    });
    await fetch(`${url}/send`, { method: 'POST', body: frames.join('') });
  }
  await consumers.until(events.at(-1)?.position ?? 0);
}

async function keyFor(databaseUrl: string): Promise<string> {
  const pool = openPool({ url: databaseUrl, name: 'test', connections: 1 });
  try {
    const at = new Date().toISOString();
    const by = randomUUID();
    const key = { id: randomUUID(), consumer: 'bench', scopes: ['feed'] as const, createdBy: by, at };
    const secret = await createApiKeys(pool, randomBytes).create(key);
    if (typeof secret !== 'string') throw new Error('no key was made');
    return secret;
  } finally {
    await pool.end();
  }
}
