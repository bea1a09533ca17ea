import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  START,
  streamNameFilter,
  type EventStoreDBClient,
  type Filter,
  type Position,
} from '@eventstore/db-client';
import { startEventStoreDb, type TestEventStoreDb } from './index.ts';
import { connect, failure, names, registered, take } from './spec-kit.ts';

let db: TestEventStoreDb;
let client: EventStoreDBClient;

beforeEach(async () => {
  db = await startEventStoreDb();
  client = connect(db.url);
});

afterEach(async () => {
  await client.dispose();
  await db.stop();
});

const append = async (stream: string, ...wanted: string[]): Promise<Position> => {
  const { position } = await client.appendToStream(
    stream,
    wanted.map((name) => registered(name)),
  );
  return position!;
};

describe('a subscription to a stream', () => {
  it('delivers what is there, says that it has caught up, and goes on with what comes', async () => {
    await append('model-1', 'a', 'b');
    const seen: string[] = [];
    const subscription = client.subscribeToStream('model-1', { fromRevision: START });
    subscription.on('confirmation', () => seen.push('confirmed'));
    subscription.on('caughtUp', () => {
      seen.push('caught up');
      void append('model-2', 'other').then(() => append('model-1', 'c'));
    });
    for await (const event of subscription) {
      seen.push(...names([event]));
      if (seen.at(-1) === 'c') break;
    }
    expect(seen).toEqual(['confirmed', 'a', 'b', 'caught up', 'c']);
  });

  it('begins after the revision that it is given, or with what comes after its start', async () => {
    await append('model-1', 'a', 'b', 'c');
    expect(names(await take(client.subscribeToStream('model-1', { fromRevision: 0n }), 2))).toEqual(['b', 'c']);
    const live = client.subscribeToStream('model-1', { fromRevision: END });
    const next = take(live, 1);
    await new Promise((caughtUp) => live.once('caughtUp', caughtUp));
    await append('model-1', 'd');
    expect(names(await next)).toEqual(['d']);
  });

  it('waits for a stream that is not there yet', async () => {
    const subscription = client.subscribeToStream('model-9');
    const first = take(subscription, 1);
    await new Promise((caughtUp) => subscription.once('caughtUp', caughtUp));
    await append('model-9', 'first');
    expect(names(await first)).toEqual(['first']);
  });
});

describe('a subscription to $all', () => {
  it.each([
    ['with a filter', { filter: excludeSystemEvents() }],
    ['without one', {}],
  ])('delivers every event once and in order, while many are appended, %s', async (_, options) => {
    const { position } = await client.appendToStream('before', registered());
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; at < 100; at += 1) await append(`model-${writer}`, `${writer}-${at}`);
    });
    const events = await take(client.subscribeToAll({ ...options, fromPosition: position! }), 800);
    await Promise.all(writers);
    const positions = events.map(({ event }) => Number(event?.position.commit));
    expect(new Set(names(events)).size).toBe(800);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it('begins after the position that it is given, or with what comes after its start', async () => {
    const a = await append('model-1', 'a');
    await append('model-2', 'b');
    expect(names(await take(client.subscribeToAll({ fromPosition: a }), 1))).toEqual(['b']);
    const live = client.subscribeToAll({ fromPosition: END });
    const next = take(live, 1);
    await new Promise((caughtUp) => live.once('caughtUp', caughtUp));
    await append('model-3', 'c');
    expect(names(await next)).toEqual(['c']);
  });

  it('is refused from a byte where no record begins', async () => {
    const { commit } = await append('model-1', 'a');
    const subscription = client.subscribeToAll({ fromPosition: { commit: commit - 1n, prepare: commit - 1n } });
    expect(await failure(take(subscription, 1))).toMatchObject({ type: 'unknown', code: 3 });
  });

  it('delivers what its filter lets through: a prefix or a pattern, of the stream or of the type', async () => {
    await append('model-1', 'a');
    await append('unit-1', 'b');
    const wanted = async (filter: Filter, count: number) => names(await take(client.subscribeToAll({ filter }), count));
    expect(await wanted(streamNameFilter({ prefixes: ['unit-', 'nothing-'] }), 1)).toEqual(['b']);
    expect(await wanted(streamNameFilter({ regex: '^(model|unit)-1$' }), 2)).toEqual(['a', 'b']);
    expect(await wanted(eventTypeFilter({ prefixes: ['Model'] }), 2)).toEqual(['a', 'b']);
    expect(await wanted(eventTypeFilter({ regex: '^[^$]' }), 2)).toEqual(['a', 'b']);
  });
});

describe('the checkpoints of a subscription with a filter', () => {
  /** Subscribes, and hands over what it is told, until `enough`. */
  const listen = async (
    from: Position | typeof START,
    enough: (seen: (string | Position)[]) => boolean,
    live?: () => void,
  ) => {
    const seen: (string | Position)[] = [];
    const filter = streamNameFilter({
      prefixes: ['unit-'],
      maxSearchWindow: 5,
      checkpointInterval: 2,
      checkpointReached: async (_, position) => {
        seen.push(position);
        if (enough(seen)) await subscription.unsubscribe();
      },
    });
    const subscription = client.subscribeToAll({ fromPosition: from, filter });
    if (live !== undefined) subscription.once('caughtUp', live);
    for await (const event of subscription) {
      seen.push(...names([event]));
      if (enough(seen)) break;
    }
    return seen;
  };

  it('come while it catches up: the beginning of a page that it has begun to read, and that is no event', async () => {
    for (let at = 0; at < 30; at += 1) await append('model-1', `m${at}`);
    const seen = (await listen(START, ({ length }) => length >= 3)).slice(0, 3) as Position[];
    expect(seen.map(({ prepare }) => prepare)).toEqual([0n, 0n, 0n]);
    expect([...seen].sort((a, b) => Number(a.commit - b.commit))).toEqual(seen);
  });

  it('come when it has caught up, and lose nothing for who begins there again', async () => {
    await append('unit-1', 'u0');
    for (let at = 0; at < 11; at += 1) await append('model-1', `m${at}`);
    const seen = await listen(START, (all) => typeof all.at(-1) === 'object' && all.length > 2);
    const checkpoint = seen.at(-1) as Position;
    await append('unit-1', 'u1');
    expect(await listen(checkpoint, (all) => all.includes('u1'))).toContain('u1');
  });

  it('come after so many live events, at the last of them', async () => {
    const positions: Position[] = [];
    let appended: Promise<void> | undefined;
    const seen = await listen(
      START,
      (all) => all.some((told) => typeof told === 'object' && told.prepare !== 0n),
      () => {
        appended = (async () => {
          for (let at = 0; at < 12; at += 1) positions.push(await append('model-1', `m${at}`));
        })();
      },
    );
    await appended;
    expect(seen).toContainEqual(positions[9]);
  });
});
