import { categoryOf } from '#domain';
import { startEventStoreDb, startPostgres, type TestEventStoreDb, type TestPostgres } from '#support';
import { newEvent, newStream } from '../contract/index.ts';
import { LogUnreachableError, UnknownPositionError, type EventStore, type NewEvent } from '../event-store.port.ts';
import { Calls } from './calls.ts';
import { collect } from './collect.ts';
import { parseConnection } from './connection.ts';
import { createEventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb-event-store.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, MINUTE);
afterAll(() => postgres.stop(), MINUTE);

let server: TestEventStoreDb;
let store: EventStore;

/** A server with its faults, and a store that loses patience sooner than in real life. */
async function open(nodes = 1, options: Partial<EventStoreDbOptions> = {}): Promise<void> {
  server = await startEventStoreDb({ nodes });
  const { url: databaseUrl } = await postgres.createDatabase();
  store = await createEventStoreDbEventStore({
    ...{ url: server.url, databaseUrl, deadlineMs: 500, patienceMs: 8000, pollMs: 100 },
    ...options,
  });
}

afterEach(async () => {
  await store.close();
  await server.stop();
}, MINUTE);

const first = (stream: string, ...events: NewEvent[]) => store.append(stream, 'no-stream', events);
const idsOf = async (stream: string) =>
  (await store.readStream(stream, { from: 0, limit: 100 })).map((event) => event.id);

describe('an append whose answer is lost', () => {
  it.each([
    ['the connection is cut after it was stored', () => server.faults.cutAfterCommit(1)],
    ['the connection is cut before it was stored', () => server.faults.cutBeforeCommit(1)],
    ['the server says that it timed out, although it stored it', () => server.faults.timeoutAppends(1)],
  ])(
    'is made once and answered, when %s',
    async (_, fault) => {
      await open();
      await first(newStream(), newEvent());
      await fault();
      const [stream, event] = [newStream(), newEvent()];
      expect(await first(stream, event)).toMatchObject({ kind: 'appended', revision: 0, repeated: false });
      expect(await idsOf(stream)).toEqual([event.id]);
    },
    MINUTE,
  );

  it(
    'fails none of the appends beside it',
    async () => {
      await open();
      await first(newStream(), newEvent());
      await server.faults.cutAfterCommit(3);
      const answers = await Promise.all(Array.from({ length: 40 }, () => first(newStream(), newEvent())));
      expect(answers.every((answer) => answer.kind === 'appended')).toBe(true);
      expect((await store.readAll({ after: 0, limit: 100 })).events).toHaveLength(41);
    },
    MINUTE,
  );
});

describe('a server that does not answer', () => {
  it(
    'is waited for no longer than patience lasts; what was tried then is found out by the same again',
    async () => {
      await open(1, { patienceMs: 1500 });
      const [stream, event] = [newStream(), newEvent()];
      await server.faults.halfOpen(true);
      const startedAt = performance.now();
      await expect(first(stream, event)).rejects.toThrow(LogUnreachableError);
      await expect(store.head()).rejects.toThrow(LogUnreachableError);
      expect(performance.now() - startedAt).toBeLessThan(10_000);
      await server.faults.halfOpen(false);
      expect(await first(stream, event)).toMatchObject({ kind: 'appended', revision: 0 });
      expect(await idsOf(stream)).toEqual([event.id]);
    },
    MINUTE,
  );

  it(
    'and comes back on the same connection that fell silent, is heard on a new one',
    async () => {
      await open();
      await server.faults.halfOpen(true);
      const waiting = first(newStream(), newEvent());
      setTimeout(() => void server.faults.halfOpen(false), 1200);
      expect(await waiting).toMatchObject({ kind: 'appended' });
    },
    MINUTE,
  );

  it(
    'is asked again while it refuses',
    async () => {
      await open();
      await server.faults.refuse(true);
      const waiting = first(newStream(), newEvent());
      setTimeout(() => void server.faults.refuse(false), 700);
      expect(await waiting).toMatchObject({ kind: 'appended' });
    },
    MINUTE,
  );
});

describe('the subscription that tells of growth', () => {
  const woken = async (append: () => Promise<unknown>): Promise<number> => {
    const head = await store.head();
    const startedAt = performance.now();
    const waiting = store.waitPast(head, MINUTE);
    await append();
    await waiting;
    return performance.now() - startedAt;
  };
  /** Another process: what it appends is not known here before the server tells. */
  const elsewhere = async (work: (other: EventStore) => Promise<unknown>): Promise<void> => {
    const { url: databaseUrl } = await postgres.createDatabase();
    const other = await createEventStoreDbEventStore({ url: server.url, databaseUrl });
    await work(other).finally(() => other.close());
  };
  const append = () => elsewhere((other) => other.append(newStream(), 'no-stream', [newEvent()]));

  it(
    'wakes who waits although it has fallen silent, and is replaced',
    async () => {
      await open();
      await woken(append);
      await server.faults.silentSubscriptions(true);
      expect(await woken(append)).toBeLessThan(5000);
      expect(await woken(append)).toBeLessThan(5000);
    },
    MINUTE,
  );

  it(
    'is opened again when the server drops it',
    async () => {
      await open();
      await woken(append);
      await server.faults.dropSubscriptions('consumer-too-slow');
      expect(await woken(append)).toBeLessThan(5000);
    },
    MINUTE,
  );

  it(
    'may tell of an event twice: readers read it once',
    async () => {
      await open();
      await server.faults.duplicateDelivery(true);
      const streams = Array.from({ length: 30 }, () => newStream());
      for (const stream of streams) await first(stream, newEvent());
      const { events } = await store.readAll({ after: 0, limit: 1000 });
      expect(events.map((event) => event.stream)).toEqual(streams);
    },
    MINUTE,
  );
});

describe('a search far ahead', () => {
  it(
    'passes over what a subscription delivers twice',
    async () => {
      await open();
      const stream = newStream();
      const many = () => Array.from({ length: 700 }, () => newEvent());
      await first(stream, ...many());
      await store.append(stream, 699, many());
      await server.faults.duplicateDelivery(true);
      const { events } = await store.readAll({ after: 0, limit: 5000, categories: [categoryOf(stream)] });
      expect(events.map((event) => event.revision)).toEqual(Array.from({ length: 1400 }, (_, n) => n));
    },
    MINUTE,
  );

  it(
    'begins again when the subscription falls silent',
    async () => {
      await open();
      const stream = newStream();
      await first(stream, ...Array.from({ length: 900 }, () => newEvent()));
      await server.faults.silentSubscriptions(true);
      setTimeout(() => void server.faults.silentSubscriptions(false), 900);
      expect((await store.readAll({ after: 0, limit: 5000, categories: [categoryOf(stream)] })).events).toHaveLength(
        900,
      );
    },
    MINUTE,
  );
});

describe('a connection that one call gives up', () => {
  it(
    'is no end of what another call reads on it',
    async () => {
      await open();
      const stream = newStream();
      await first(stream, ...Array.from({ length: 900 }, () => newEvent()));
      const calls = new Calls(parseConnection(server.url), { deadlineMs: 5000, patienceMs: 8000, random: () => 0 });
      let tries = 0;
      const read = await calls.run('a read', async (client, signal) => {
        tries += 1;
        let count = 0;
        const take = () => {
          count += 1;
          if (count === 100 && tries === 1) calls.reconnect();
          return 'more' as const;
        };
        await collect(client.readStream(stream), { take, signal });
        return count;
      });
      await calls.close();
      expect({ read, tries }).toEqual({ read: 900, tries: 2 });
    },
    MINUTE,
  );
});

describe('a position that the log never told', () => {
  it(
    'is refused at once: nothing can be read from the middle of a record',
    async () => {
      await open();
      const stream = newStream();
      const answer = await first(stream, newEvent());
      await store.append(stream, 0, [newEvent()]);
      const position = answer.kind === 'appended' ? answer.position : 0;
      expect((await store.readAll({ after: position, limit: 10 })).events).toHaveLength(1);
      await expect(store.readAll({ after: position + 1, limit: 10 })).rejects.toThrow(UnknownPositionError);
    },
    MINUTE,
  );
});

describe('a cluster of three', () => {
  it(
    'is written to through its leader, also when another node leads',
    async () => {
      await open(3);
      const stream = newStream();
      await first(stream, newEvent());
      await server.faults.moveLeader();
      expect(await store.append(stream, 0, [newEvent()])).toMatchObject({ kind: 'appended', revision: 1 });
      expect(await idsOf(stream)).toHaveLength(2);
    },
    MINUTE,
  );

  it(
    'goes on when the node that led is gone',
    async () => {
      await open(3);
      const stream = newStream();
      await first(stream, newEvent());
      await server.faults.killNode(0);
      expect(await store.append(stream, 0, [newEvent()])).toMatchObject({ kind: 'appended', revision: 1 });
      const head = await store.head();
      expect((await store.readAll({ after: 0, limit: 10 })).upTo).toBe(head);
    },
    MINUTE,
  );

  it(
    'is read from its leader: what was acknowledged a moment ago is there, although followers lag',
    async () => {
      await open(3);
      await server.faults.followerLag(5);
      for (let n = 0; n < 10; n += 1) {
        const [stream, event] = [newStream(), newEvent()];
        const answer = await first(stream, event);
        expect(await idsOf(stream)).toEqual([event.id]);
        expect(answer).toMatchObject({ position: await store.head() });
        await server.faults.moveLeader();
      }
    },
    MINUTE,
  );
});
