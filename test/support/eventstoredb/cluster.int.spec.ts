import { excludeSystemEvents, NotLeaderError, type EventStoreDBClient } from '@eventstore/db-client';
import { startEventStoreDb, type TestEventStoreDb } from './index.ts';
import { collect, connect, EACH_WAY, failure, names, registered, take, userEvents } from './spec-kit.ts';

let db: TestEventStoreDb;
const clients: EventStoreDBClient[] = [];

beforeEach(async () => {
  db = await startEventStoreDb({ nodes: 3 });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await db.stop();
});

const client = (url = db.url): EventStoreDBClient => {
  const made = connect(url);
  clients.push(made);
  return made;
};
/** Straight to one node, whoever it is. */
const on = (node: number) => client(`esdb://127.0.0.1:${db.nodes[node]!.port}?tls=false`);
const mustLead = { requiresLeader: true };

it('a client that is given all nodes speaks to the leader', async () => {
  for (const leader of [2, 1, 0]) {
    await db.faults.moveLeader(leader);
    await client().appendToStream('model-1', registered(), mustLead);
    expect(await db.leading()).toBe(leader);
  }
});

it('a client that prefers a follower speaks to a follower', async () => {
  const follower = client(`${db.url}&nodePreference=follower`);
  expect(await failure(collect(follower.readAll(mustLead)))).toBeInstanceOf(NotLeaderError);
});

describe.each(EACH_WAY)('a follower, %s', (_, way) => {
  it('names the leader to who requires him, and the client goes there by itself', async () => {
    const straight = on(1);
    const error = await failure(straight.appendToStream('model-1', registered('refused'), { ...way, ...mustLead }));
    expect(error).toMatchObject({ type: 'not-leader', leader: { address: '127.0.0.1', port: db.nodes[0]!.port } });
    await straight.appendToStream('model-1', registered('taken'), { ...way, ...mustLead });
    expect(names(await userEvents(straight))).toEqual(['taken']);
  });

  it('forwards the appends of who does not require the leader', async () => {
    await on(1).appendToStream('model-1', registered('a'), way);
    const error = await failure(
      on(2).appendToStream('model-1', registered(), { ...way, expectedRevision: 'no_stream' }),
    );
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    expect(names(await userEvents(on(0)))).toEqual(['a']);
  });
});

it('a follower may lag behind, the leader does not', async () => {
  const leader = on(0);
  for (const name of ['a', 'b', 'c']) await leader.appendToStream('model-1', registered(name));
  await db.faults.followerLag(2);
  expect(names(await userEvents(on(1)))).toEqual(['a']);
  expect(names(await collect(on(1).readStream('model-1')))).toEqual(['a']);
  expect(names(await collect(on(1).readStream('model-1', { direction: 'backwards', fromRevision: 'end' })))).toEqual([
    'a',
  ]);
  expect(names(await userEvents(leader))).toEqual(['a', 'b', 'c']);
  const subscription = on(1).subscribeToAll({ filter: excludeSystemEvents() });
  const late = take(subscription, 3);
  await new Promise((caughtUp) => subscription.once('caughtUp', caughtUp));
  await db.faults.followerLag(0);
  expect(names(await late)).toEqual(['a', 'b', 'c']);
});

it('a client finds the new leader after a change', async () => {
  const ours = client();
  await ours.appendToStream('model-1', registered('a'), mustLead);
  await db.faults.moveLeader();
  expect(await failure(ours.appendToStream('model-1', registered(), mustLead))).toBeInstanceOf(NotLeaderError);
  await ours.appendToStream('model-1', registered('b'), mustLead);
  expect(names(await userEvents(ours))).toEqual(['a', 'b']);
});

it('another node leads when the leader is killed, and the client finds it; revived, it follows', async () => {
  const ours = client();
  await ours.appendToStream('model-1', registered('a'), mustLead);
  await db.faults.killNode(0);
  expect(await db.leading()).toBe(1);
  await failure(ours.appendToStream('model-1', registered('lost'), mustLead));
  await ours.appendToStream('model-1', registered('b'), mustLead);
  await db.faults.reviveNode(0);
  expect(await db.leading()).toBe(1);
  expect(names(await userEvents(on(0)))).toEqual(['a', 'b']);
  expect(await failure(collect(on(0).readAll(mustLead)))).toMatchObject({ leader: { port: db.nodes[1]!.port } });
});

it('nobody leads when all are killed; the first that is revived does', async () => {
  for (const node of [0, 1, 2]) await db.faults.killNode(node);
  expect(await db.leading()).toBe(-1);
  await db.faults.reviveNode(2);
  expect(await db.leading()).toBe(2);
  await client().appendToStream('model-1', registered('a'), mustLead);
  await expect(db.faults.moveLeader(1)).rejects.toThrow('node 1 is not alive');
});
