import { randomUUID } from 'node:crypto';
import {
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  NO_STREAM,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { createEngine } from '#engine';
import { createEventLog, type EventStore } from '#event-store';
import { createEventStoreDbEventStore } from '#event-store/eventstoredb';
import { startEventStoreDbProcess, startPostgres } from '#support';
import * as appending from './append-load.ts';
import * as commanding from './command-load.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 5;

/** Has the client make one call of an append; left out of a connection that is not encrypted. */
const PER_CALL = { credentials: { username: 'nobody', password: 'nobody' } };

interface Fixture {
  readonly store: EventStore;
  readonly client: EventStoreDBClient;
}

/**
 * One server for both sides: that at `EVENTSTORE_URL`, or the stand-in in a process of its own. The bare side is one
 * shared client that makes the same calls: one call per append, with credentials and so with a deadline (ADR 7); no ids
 * claimed, nothing retried. What the client does on its shared stream of appends, which has no deadline, is in the note.
 */
async function inFixture<T>(work: (fixture: Fixture) => Promise<T>): Promise<T> {
  const postgres = await startPostgres();
  const own = process.env['EVENTSTORE_URL'] === undefined ? await startEventStoreDbProcess() : undefined;
  const url = own?.url ?? process.env['EVENTSTORE_URL'] ?? '';
  const store = await createEventStoreDbEventStore({ url, databaseUrl: postgres.url });
  const client = EventStoreDBClient.connectionString(url);
  try {
    return await work({ store, client });
  } finally {
    await client.dispose();
    await store.close();
    await own?.stop();
    await postgres.stop();
  }
}

async function inTurns(ours: () => Promise<number>, bare: () => Promise<number>) {
  await ours();
  await bare();
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push({ ours: await ours(), bare: await bare() });
  const value = median(rounds.map((round) => round.ours));
  const bound = median(rounds.map((round) => round.bare));
  return { value, bound, ratio: value / bound };
}

/** Appends by 64 callers through the adapter, against the bare client. */
export const benchEsdbAppend = (): Promise<BenchRow> =>
  inFixture(async ({ store, client }) => {
    const measured = await inTurns(
      () => appending.perSecond(appending.appendsTo(store)),
      () => appending.perSecond(bareAppends(client, PER_CALL)),
    );
    const shared = await appending.perSecond(bareAppends(client, {}));
    const note = `the bare client on its shared stream: ${Math.round(shared)}/s`;
    return { name: 'esdb-append', unit: 'appends/s', ...measured, target: 0.9, met: measured.ratio >= 0.9, note };
  });

function bareAppends(client: EventStoreDBClient, options: Partial<typeof PER_CALL>): appending.Append {
  let run = '';
  return (caller, nth) => {
    if (caller === 0 && nth === 0) run = randomUUID();
    const { id, type, data, meta } = appending.sampleEvent();
    const event = jsonEvent({ id, type, data: data as never, metadata: meta as never });
    const expectedRevision = nth === 0 ? NO_STREAM : BigInt(nth - 1);
    return client.appendToStream(`bench-${run}-${caller}`, event, { expectedRevision, ...options });
  };
}

/** Commands by 64 callers through engine and adapter, against the bare client: read the stream, count, append. */
export const benchEsdbCommand = (): Promise<BenchRow> =>
  inFixture(async ({ store, client }) => {
    const bare: commanding.Run = async (caller, nth, round) => {
      const stream = commanding.streamOf(caller, nth, round);
      let revision: bigint | undefined;
      let count = 0;
      try {
        for await (const { event } of client.readStream(stream)) {
          revision = event?.revision;
          count = (event?.data as { count: number }).count;
        }
      } catch (error) {
        if (!(error instanceof StreamNotFoundError)) throw error;
      }
      const data = { note: commanding.NOTE, count: count + 1 };
      const metadata = { actor: commanding.actor, recordedAt: commanding.AT, commandId: randomUUID() };
      const event = jsonEvent({ type: 'ProgressRecorded', data, metadata });
      await client.appendToStream(stream, event, { expectedRevision: revision ?? NO_STREAM, ...PER_CALL });
    };
    const ours = commanding.commandsOf(createEngine({ store: createEventLog(store) }));
    const measured = await inTurns(
      () => commanding.perSecond(ours),
      () => commanding.perSecond(bare),
    );
    const note = `${commanding.LIFE} commands a stream`;
    return { name: 'esdb-command', unit: 'commands/s', ...measured, target: 0.9, met: measured.ratio >= 0.9, note };
  });

/** The whole log read page by page, as followers do, against one bare subscription from the start. */
export const benchEsdbCatchUp = ({ events }: { readonly events: number }): Promise<BenchRow> =>
  inFixture(async ({ store, client }) => {
    await fill(store, events);
    const head = await store.head();
    const ours = () => eventsPerSecond(() => readToHead(store, head));
    const bare = () => eventsPerSecond(() => subscribeToHead(client, head));
    const measured = await inTurns(ours, bare);
    const note = `${events} events`;
    return { name: 'esdb-catch-up', unit: 'events/s', ...measured, target: 0.8, met: measured.ratio >= 0.8, note };
  });

async function fill(store: EventStore, events: number): Promise<void> {
  const streams = Array.from({ length: Math.ceil(events / 100) }, (_, n) => `bench-${randomUUID()}-${n}`);
  for (let from = 0; from < streams.length; from += 16) {
    const some = streams.slice(from, from + 16);
    const hundred = () => Array.from({ length: 100 }, () => appending.sampleEvent());
    await Promise.all(some.map((stream) => store.append(stream, 'no-stream', hundred())));
  }
}

async function eventsPerSecond(read: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const count = await read();
  return (count * 1000) / (performance.now() - startedAt);
}

async function readToHead(store: EventStore, head: number): Promise<number> {
  let count = 0;
  for (let after = 0; after < head;) {
    const { events, upTo } = await store.readAll({ after, limit: 5000 });
    count += events.length;
    after = upTo;
  }
  return count;
}

async function subscribeToHead(client: EventStoreDBClient, head: number): Promise<number> {
  let count = 0;
  const subscription = client.subscribeToAll({ fromPosition: START, filter: excludeSystemEvents() });
  for await (const { event } of subscription) {
    count += 1;
    if (Number(event?.position?.commit ?? 0n) >= head) break;
  }
  return count;
}
