import { randomUUID } from 'node:crypto';
import { WrongExpectedVersionError, type EventStoreDBClient } from '@eventstore/db-client';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { startEventStoreDb, type TestEventStoreDb } from './index.ts';
import { collect, connect, EACH_WAY, failure, registered, userEvents } from './spec-kit.ts';
import { block, entry, text } from './wire.ts';

let db: TestEventStoreDb;
let client: EventStoreDBClient;

beforeAll(async () => {
  db = await startEventStoreDb({ maxAppendSize: 10_000 });
  client = connect(db.url);
});

afterAll(async () => {
  await client.dispose();
  await db.stop();
});

describe.each(EACH_WAY)('appending %s', (_, way) => {
  const append = (
    stream: string,
    events: ReturnType<typeof registered>[],
    expectedRevision?: bigint | 'no_stream' | 'stream_exists',
  ) =>
    client.appendToStream(stream, events, { ...way, ...(expectedRevision === undefined ? {} : { expectedRevision }) });
  const stream = () => `model-${randomUUID()}`;
  const idsOf = async (name: string) => (await collect(client.readStream(name))).map(({ event }) => event?.id);

  it('answers with the revision and the position of the last event', async () => {
    const name = stream();
    const { nextExpectedRevision, position } = await append(name, [registered('a'), registered('b')], 'no_stream');
    const events = await collect(client.readStream(name));
    expect(nextExpectedRevision).toBe(1n);
    expect(events.map(({ event }) => event?.data)).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(position).toEqual(events[1]?.event?.position);
  });

  it('keeps type, content type, data, metadata and time as they came', async () => {
    const name = stream();
    await append(name, [{ ...registered('Đường hoa'), metadata: { actor: 'Lan' } }]);
    const [read] = await collect(client.readStream(name));
    expect(read?.event).toMatchObject({
      streamId: name,
      revision: 0n,
      type: 'ModelRegistered',
      isJson: true,
      data: { name: 'Đường hoa' },
      metadata: { actor: 'Lan' },
    });
    expect(Math.abs((read?.event?.created.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('refuses a writer that expects an earlier revision, a later one, no stream, or a stream that is not there', async () => {
    const name = stream();
    await append(name, [registered(), registered()]);
    for (const expected of [0n, 7n, 'no_stream'] as const) {
      const error = await failure(append(name, [registered()], expected));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: name, expectedVersion: expected, actualVersion: 1n });
    }
    const missing = await failure(append(stream(), [registered()], 'stream_exists'));
    expect(missing).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
    expect(await failure(append(stream(), [registered()], 0n))).toMatchObject({ actualVersion: 'no_stream' });
    await append(name, [registered()], 'stream_exists');
  });

  it('answers the same append again with what is stored, whatever was appended since', async () => {
    const name = stream();
    await append(name, [registered()]);
    const events = [registered(), registered()];
    const first = await append(name, events, 0n);
    await append(name, [registered()], 2n);
    expect(await append(name, events, 0n)).toEqual(first);
    expect(await append(name, events)).toEqual(first);
    expect(await append(name, events, 'stream_exists')).toEqual(first);
    expect(await idsOf(name)).toHaveLength(4);
  });

  it('refuses an append of which only a part is stored', async () => {
    const name = stream();
    const [stored, other] = [registered(), registered()];
    await append(name, [stored, registered()], 'no_stream');
    for (const expected of ['no_stream', undefined] as const) {
      expect(await failure(append(name, [stored, other], expected))).toBeInstanceOf(WrongExpectedVersionError);
    }
    expect(await idsOf(name)).toHaveLength(2);
  });

  it('takes the same event id in another stream, and then no longer knows it in the first', async () => {
    const [one, two] = [stream(), stream()];
    const event = registered();
    await append(one, [event]);
    await append(two, [event]);
    await append(one, [event]);
    expect(await idsOf(one)).toEqual([event.id, event.id]);
    expect(await idsOf(two)).toEqual([event.id]);
  });

  it('refuses an append that is too large, and takes none of its events', async () => {
    const name = stream();
    const half = registered('x'.repeat(6000));
    const error = await failure(append(name, [half, registered('y'.repeat(6000))]));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 10_000 });
    await append(name, [half], 'no_stream');
  });

  it('gives events growing positions with gaps, and none of them is 0', async () => {
    await append(stream(), [registered('a'), registered('a longer name')]);
    const positions = (await userEvents(client)).map(({ event }) => Number(event?.position.commit));
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    expect(Math.min(...positions)).toBeGreaterThan(0);
    expect(positions.every((position, at) => at === 0 || position - positions[at - 1]! > 90)).toBe(true);
  });
});

describe('an append call that is given up before it has come whole', () => {
  it('leaves nothing behind, not even the events that had come', async () => {
    const raw = new streamsGrpc.StreamsClient(db.url.replace(/^esdb:..|\?.*$/gu, ''), credentials.createInsecure());
    const send = (...fields: readonly Buffer[]) => streams.AppendReq.deserializeBinary(Buffer.concat(fields));
    const name = `model-${randomUUID()}`;
    const event = [
      entry(2, 'type', 'ModelRegistered'),
      entry(2, 'content-type', 'application/json'),
      block(4, Buffer.from('{}')),
    ];
    const ended = new Promise((end) => {
      const call = raw.append(end);
      call.on('error', () => undefined);
      call.write(send(block(1, block(1, text(3, name)), block(4))));
      call.write(send(block(2, block(1, text(2, randomUUID())), ...event)), () => setTimeout(() => call.cancel(), 200));
    });
    expect(await ended).toMatchObject({ code: 1 });
    await client.appendToStream(`model-${randomUUID()}`, registered());
    expect(await failure(collect(client.readStream(name)))).toMatchObject({ type: 'stream-not-found' });
    raw.close();
  });
});
