import type { AppendToStreamOptions, EventStoreDBClient } from '@eventstore/db-client';
import { excludeSystemEvents } from '@eventstore/db-client';
import { startEventStoreDb, type TestEventStoreDb } from './index.ts';
import { collect, connect, EACH_WAY, failure, isSilent, names, registered, take, userEvents } from './spec-kit.ts';

let db: TestEventStoreDb;
let client: EventStoreDBClient;

beforeEach(async () => {
  db = await startEventStoreDb();
  client = connect(db.url);
  await client.appendToStream('model-0', registered('before'));
});

afterEach(async () => {
  await client.dispose();
  await db.stop();
});

const subscribe = () => client.subscribeToAll({ filter: excludeSystemEvents() });
const stored = async () => names(await userEvents(connect(db.url)));

describe.each(EACH_WAY)('an append %s', (_, way) => {
  const append = (name: string, options: AppendToStreamOptions = {}) =>
    client.appendToStream('model-1', registered(name, '7f0c2d3e-5f0a-4f58-9d0e-1a2b3c4d5e6f'), { ...way, ...options });
  const once = { expectedRevision: 'no_stream' } as const;

  it('of which the connection is cut after the commit is stored; asked again, it is answered', async () => {
    await db.faults.cutAfterCommit(1);
    expect(await failure(append('a', once))).toMatchObject({ type: 'unavailable' });
    expect(await stored()).toEqual(['before', 'a']);
    expect((await append('a', once)).nextExpectedRevision).toBe(0n);
    expect(await stored()).toEqual(['before', 'a']);
  });

  it('of which the connection is cut before the commit is not stored', async () => {
    await db.faults.cutBeforeCommit(1);
    expect(await failure(append('a', once))).toMatchObject({ type: 'unavailable' });
    expect(await stored()).toEqual(['before']);
    await append('a', once);
  });

  it('that the server gives up to wait for is stored all the same', async () => {
    await db.faults.timeoutAppends(1);
    const error = await failure(append('a', once));
    expect(['timeout', 'deadline-exceeded']).toContain(error.type);
    expect(await stored()).toEqual(['before', 'a']);
    expect((await append('a', once)).nextExpectedRevision).toBe(0n);
  });

  it('gets no answer from a half-open server, neither a new one nor one under way', async () => {
    await db.faults.halfOpen(true);
    const silent = append('a', { deadline: 400 }).catch(() => undefined);
    expect(await isSilent(silent)).toBe(true);
    await db.faults.halfOpen(false);
    expect(await stored()).toEqual(['before']);
  });

  it('is late on a slow server', async () => {
    await db.faults.slow(300);
    const late = append('a');
    expect(await isSilent(late)).toBe(true);
    await late;
  });

  it('is refused by a server that refuses', async () => {
    await db.faults.refuse(true);
    expect(await failure(append('a'))).toMatchObject({ type: 'unavailable' });
    await db.faults.refuse(false);
    await append('a');
    expect(await stored()).toEqual(['before', 'a']);
  });
});

describe('a read', () => {
  it('is refused, late or without an answer, as the server is', async () => {
    await db.faults.refuse(true);
    expect(await failure(collect(client.readAll()))).toMatchObject({ type: 'unavailable' });
    await db.faults.refuse(false);
    await db.faults.slow(300);
    const late = collect(client.readAll());
    expect(await isSilent(late)).toBe(true);
    expect(names((await late).slice(3))).toEqual(['before']);
    await db.faults.slow(0);
    await db.faults.halfOpen(true);
    expect(await isSilent(collect(client.readAll()))).toBe(true);
  });
});

describe('a subscription', () => {
  it('ends with an error when the connections are cut; the server goes on', async () => {
    const subscription = subscribe();
    const broken = failure(take(subscription, 2));
    await new Promise((caughtUp) => subscription.once('caughtUp', caughtUp));
    await db.faults.cutConnections();
    expect(await broken).toMatchObject({ type: 'unavailable' });
    expect(await stored()).toEqual(['before']);
  });

  it.each([
    ['server-gone', 'unavailable'],
    ['consumer-too-slow', 'cancelled'],
  ] as const)('is dropped: %s', async (reason, type) => {
    const subscription = subscribe();
    subscription.once('caughtUp', () => void db.faults.dropSubscriptions(reason));
    expect(await failure(take(subscription, 2))).toMatchObject({ type });
  });

  it('may deliver events twice, and loses none of them', async () => {
    await db.faults.duplicateDelivery(true);
    for (const name of ['a', 'b', 'c', 'd']) await client.appendToStream('model-1', registered(name));
    const seen = names(await take(subscribe(), 6));
    expect([...new Set(seen)]).toEqual(['before', 'a', 'b', 'c', 'd']);
    expect(seen).not.toEqual([...new Set(seen)]);
  });

  it('may be silent while others append, and goes on where it was', async () => {
    const subscription = subscribe();
    const seen: string[] = [];
    subscription.on('data', (event) => seen.push(...names([event])));
    await new Promise((caughtUp) => subscription.once('caughtUp', caughtUp));
    await db.faults.silentSubscriptions(true);
    await client.appendToStream('model-1', registered('a'));
    const next = new Promise((wake) => subscription.once('data', wake));
    expect(await isSilent(next)).toBe(true);
    await db.faults.silentSubscriptions(false);
    await next;
    expect(seen).toEqual(['before', 'a']);
  });

  it('gets nothing from a half-open server', async () => {
    const subscription = client.subscribeToAll();
    await new Promise((caughtUp) => subscription.once('caughtUp', caughtUp).resume());
    const next = new Promise((wake) => subscription.once('data', wake));
    await db.writeSystemEvent();
    await next;
    await db.faults.halfOpen(true);
    const more = new Promise((wake) => subscription.once('data', wake));
    await db.writeSystemEvent();
    expect(await isSilent(more)).toBe(true);
  });
});
