import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { startEventStoreDb, type TestEventStoreDb } from './index.ts';
import { collect, connect, failure, registered, userEvents } from './spec-kit.ts';
import { block, entry, text, uint } from './wire.ts';

const { BatchAppendReq } = streams;

/** What the client keeps of the answer of `ServerFeatures`. */
interface Features {
  readonly serverVersion: string;
  supports(method: { readonly path: string }, feature?: string): boolean;
}

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

it('takes an append that comes in many chunks as one', async () => {
  const events = Array.from({ length: 50 }, () => registered());
  const options = { batchAppendSize: 200, expectedRevision: 'no_stream' } as const;
  expect((await client.appendToStream('model-1', events, options)).nextExpectedRevision).toBe(49n);
  expect((await collect(client.readStream('model-1'))).map(({ event }) => event?.id)).toEqual(
    events.map(({ id }) => id),
  );
});

it('does not begin an append whose deadline has passed', async () => {
  await client.appendToStream('model-1', registered());
  await db.faults.slow(60);
  const error = await failure(client.appendToStream('model-1', registered(), { deadline: 30 }));
  expect(error).toMatchObject({ type: 'deadline-exceeded' });
  expect(await userEvents(client)).toHaveLength(1);
});

/** Writes one chunk of an append to the stream `model-1` by hand, and returns what is answered first. */
async function ask(deadline: number, more: readonly Buffer[] = []): Promise<BatchAppendResp> {
  const raw = new streamsGrpc.StreamsClient(db.url.replace(/^esdb:..|\?.*$/g, ''), credentials.createInsecure());
  const time = block(6, uint(1, Math.floor(deadline / 1000)), uint(2, (deadline % 1000) * 1_000_000));
  const options = block(2, block(1, text(3, 'model-1')), block(4), time);
  const call = raw.batchAppend();
  call.on('error', () => undefined);
  call.write(BatchAppendReq.deserializeBinary(Buffer.concat([block(1, text(2, randomUUID())), options, ...more])));
  const answer = await new Promise<BatchAppendResp>((take) => call.once('data', take));
  call.end();
  raw.close();
  return answer;
}

it('gives up an append whose last chunk does not come in time', async () => {
  const answer = await ask(Date.now() + 60);
  expect(answer.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.Timeout');
  expect(await userEvents(client)).toEqual([]);
});

it('refuses an event without a type, and the call goes on', async () => {
  const withoutType = block(3, block(1, text(2, randomUUID())), entry(2, 'content-type', 'application/json'));
  const answer = await ask(Date.now() + 5000, [withoutType, uint(4, 1)]);
  expect(answer.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.BadRequest');
  expect(Buffer.from(answer.getError()?.getDetails()?.getValue_asU8() ?? []).toString()).toContain("'type' is missing");
  expect(answer.getStreamIdentifier()?.getStreamName_asU8()).toEqual(new Uint8Array(Buffer.from('model-1')));
});

it('tells what it can, so that the client goes over the batch stream', async () => {
  const { serverVersion, supports } = await (Reflect.get(client, 'capabilities') as Promise<Features>);
  expect(serverVersion).toBe('23.10.0');
  expect(supports(streamsGrpc.StreamsService.batchAppend)).toBe(true);
  expect(supports(streamsGrpc.StreamsService.batchAppend, 'deadline_duration')).toBe(true);
  expect(supports(streamsGrpc.StreamsService.read, 'position')).toBe(true);
  expect(supports(streamsGrpc.StreamsService.tombstone)).toBe(false);
});
