import { startPostgres, type TestPostgres } from '#support';
import type { EventStore } from '../event-store.port.ts';
import { newEvent, newStream } from '../contract/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

const MINUTE = 60_000;

let server: TestPostgres;
let store: EventStore;
beforeAll(async () => {
  server = await startPostgres();
  store = await createPostgresEventStore({ url: server.url });
}, MINUTE);
afterAll(async () => {
  await store.close();
  await server.stop();
}, MINUTE);

async function streamOf(notes: readonly number[]): Promise<string> {
  const stream = newStream();
  await store.append(
    stream,
    'no-stream',
    notes.map((n) => newEvent({ n })),
  );
  return stream;
}

describe('streams that are read at the same moment', () => {
  it('answer each reader with the page that he asked for, and nothing of the others', async () => {
    const [first, second] = [await streamOf([1, 2, 3]), await streamOf([4, 5])];
    const pages = await Promise.all([
      store.readStream(second, { from: 0, limit: 10 }),
      store.readStream(newStream(), { from: 0, limit: 10 }),
      store.readStream(first, { from: 1, limit: 1 }),
      store.readStream(first, { from: 0, limit: 10 }),
    ]);
    expect(pages.map((page) => page.map(({ data }) => data))).toEqual([
      [{ n: 4 }, { n: 5 }],
      [],
      [{ n: 2 }],
      [{ n: 1 }, { n: 2 }, { n: 3 }],
    ]);
  });

  it('are read although PostgreSQL refuses one of them', async () => {
    const stream = await streamOf([1]);
    const [good, bad] = await Promise.allSettled([
      store.readStream(stream, { from: 0, limit: 10 }),
      store.readStream('registration-\u0000', { from: 0, limit: 10 }),
    ]);
    expect(good).toMatchObject({ status: 'fulfilled', value: [{ data: { n: 1 } }] });
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('invalid byte') } });
  });
});
