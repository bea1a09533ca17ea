import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import {
  BACKWARDS,
  END,
  START,
  StreamNotFoundError,
  type EventStoreDBClient,
  type Position,
} from '@eventstore/db-client';
import { credentials } from '@grpc/grpc-js';
import { startEventStoreDb, type TestEventStoreDb } from './index.ts';
import { collect, connect, failure, names, registered } from './spec-kit.ts';

let db: TestEventStoreDb;
let client: EventStoreDBClient;
/** Of the events a, b, c and d. */
const positions: Position[] = [];

beforeAll(async () => {
  db = await startEventStoreDb();
  client = connect(db.url);
  for (const name of ['a', 'b', 'c', 'd']) {
    const { position } = await client.appendToStream(`model-${name < 'c' ? 1 : 2}`, registered(name));
    positions.push(position!);
    if (name === 'b') await db.writeSystemEvent();
  }
});

afterAll(async () => {
  await client.dispose();
  await db.stop();
});

const namesIn = (events: { event?: { type: string; data: unknown } }[]) =>
  events.map(({ event }) => (event!.type.startsWith('$') ? event!.type : (event!.data as { name: string }).name));

describe('a stream', () => {
  it('is read forwards from its start and from a revision, as far as asked', async () => {
    expect(names(await collect(client.readStream('model-1')))).toEqual(['a', 'b']);
    expect(names(await collect(client.readStream('model-1', { fromRevision: 1n })))).toEqual(['b']);
    expect(names(await collect(client.readStream('model-1', { maxCount: 1 })))).toEqual(['a']);
    expect(await collect(client.readStream('model-1', { fromRevision: 5n }))).toEqual([]);
    expect(await collect(client.readStream('model-1', { fromRevision: END }))).toEqual([]);
  });

  it('is read backwards from its end and from a revision', async () => {
    const back = { direction: BACKWARDS } as const;
    expect(names(await collect(client.readStream('model-1', { ...back, fromRevision: END })))).toEqual(['b', 'a']);
    expect(names(await collect(client.readStream('model-1', { ...back, fromRevision: 0n })))).toEqual(['a']);
    expect(names(await collect(client.readStream('model-1', { ...back, fromRevision: END, maxCount: 1 })))).toEqual([
      'b',
    ]);
  });

  it('that was never written is not found', async () => {
    const error = await failure(collect(client.readStream('model-0')));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: 'model-0' });
  });
});

describe('$all', () => {
  it('is read forwards from the start, with what the server writes itself', async () => {
    const events = await collect(client.readAll());
    expect(namesIn(events)).toEqual([
      '$epoch-information',
      '$scavengeIndexInitialized',
      '$statsCollected',
      'a',
      'b',
      '$statsCollected',
      'c',
      'd',
    ]);
    expect(events[0]?.event?.position).toEqual({ commit: 0n, prepare: 0n });
    expect(events.map(({ commitPosition }) => commitPosition)).toEqual(
      events.map(({ event }) => event?.position.commit),
    );
    expect(namesIn(await collect(client.readAll({ fromPosition: START, maxCount: 1 })))).toEqual([
      '$epoch-information',
    ]);
  });

  it('is read forwards with the event at the position, and backwards without it', async () => {
    const [, , c] = positions;
    expect(namesIn(await collect(client.readAll({ fromPosition: c! })))).toEqual(['c', 'd']);
    const back = { direction: BACKWARDS } as const;
    expect(namesIn(await collect(client.readAll({ ...back, fromPosition: c!, maxCount: 2 })))).toEqual([
      '$statsCollected',
      'b',
    ]);
    expect(namesIn(await collect(client.readAll({ ...back, fromPosition: END, maxCount: 2 })))).toEqual(['d', 'c']);
    expect(await collect(client.readAll({ fromPosition: END }))).toEqual([]);
  });

  it('cannot be read from a byte where no record begins', async () => {
    const between = { commit: positions[1]!.commit - 1n, prepare: positions[1]!.commit - 1n };
    for (const direction of ['forwards', BACKWARDS] as const) {
      const error = await failure(collect(client.readAll({ fromPosition: between, direction })));
      expect(error).toMatchObject({ type: 'unknown', code: 3 });
      expect(error.message).toContain('invalid position');
    }
  });

  it('has nothing behind its end yet', async () => {
    const far = { commit: positions[3]!.commit + 100_000n, prepare: positions[3]!.commit + 100_000n };
    expect(await collect(client.readAll({ fromPosition: far }))).toEqual([]);
  });

  it('is read with a filter, by who speaks the protocol himself', async () => {
    const raw = new streamsGrpc.StreamsClient(db.url.replace(/^esdb:..|\?.*$/g, ''), credentials.createInsecure());
    const { Options } = streams.ReadReq;
    const expression = new Options.FilterOptions.Expression().setPrefixList(['model-2']);
    const options = new Options()
      .setAll(new Options.AllOptions().setStart(new shared.Empty()))
      .setCount('1')
      .setFilter(
        new Options.FilterOptions().setStreamIdentifier(expression).setMax(2).setCheckpointintervalmultiplier(1),
      );
    const answers = await collect<ReadResp>(raw.read(new streams.ReadReq().setOptions(options)));
    raw.close();
    expect(answers).toHaveLength(1);
    expect(answers[0]?.getEvent()?.getCommitPosition()).toBe(String(positions[2]?.commit));
  });
});
