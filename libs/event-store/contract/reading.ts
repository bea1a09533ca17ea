import type { StoredEvent } from '../event-store.port.ts';
import { newEvent, newStream } from './samples.ts';
import { started, type StoreUnderTest } from './store-under-test.ts';

export function describeReading(start: () => Promise<StoreUnderTest>): void {
  describe('reading', () => {
    const current = started(start);

    it('has nothing to read behind its head; while it is empty the head is 0', async () => {
      const { store, sharesLog } = current();
      const head = await store.head();
      if (sharesLog !== true) expect(head).toBe(0);
      const nothing = { events: [], upTo: head };
      expect(await store.readAll({ after: head, limit: 10 })).toEqual(nothing);
      expect(await store.readAll({ after: head, limit: 10, categories: ['unit'] })).toEqual(nothing);
      expect(await store.readStream(newStream(), { from: 0, limit: 10 })).toEqual([]);
    });

    it('reads a stream page by page, from any revision', async () => {
      const { store } = current();
      const stream = newStream();
      const events = Array.from({ length: 7 }, (_, n) => newEvent({ n }));
      await store.append(stream, 'no-stream', events);
      const page = await store.readStream(stream, { from: 2, limit: 3 });
      expect(page.map((event) => event.revision)).toEqual([2, 3, 4]);
      expect(page.map((event) => event.data)).toEqual([{ n: 2 }, { n: 3 }, { n: 4 }]);
      expect(await store.readStream(stream, { from: 7, limit: 3 })).toEqual([]);
    });

    it('reads the whole log page by page without gap or repetition', async () => {
      const { store } = current();
      const before = await store.head();
      const appended: string[] = [];
      for (let n = 0; n < 10; n += 1) {
        const events = [newEvent({ n }), newEvent({ n })];
        await store.append(newStream(), 'no-stream', events);
        appended.push(...events.map((event) => event.id));
      }
      const read: StoredEvent[] = [];
      for (let after = 0; ;) {
        const { events, upTo } = await store.readAll({ after, limit: 4 });
        if (events.length === 0) break;
        read.push(...events);
        expect(upTo).toBe(events.at(-1)?.position);
        after = upTo;
      }
      expect(read.filter((event) => event.position > before).map((event) => event.id)).toEqual(appended);
      expect(read).toEqual((await store.readAll({ after: 0, limit: 100_000 })).events);
      expect(read.at(-1)?.position).toBe(await store.head());
      expectGrowing(read);
    });

    it('reads only the wanted categories, in log order, and says how far it searched', async () => {
      const { store } = current();
      const after = await store.head();
      const streams = ['unit', 'person', 'cycle', 'unit', 'cycle'].map((category) => newStream(category));
      for (const stream of streams) await store.append(stream, 'no-stream', [newEvent()]);
      const all = await store.readAll({ after, limit: 10, categories: ['unit', 'cycle'] });
      expect(all.events.map((event) => event.stream)).toEqual([streams[0], streams[2], streams[3], streams[4]]);
      expect(all.upTo).toBe(await store.head());

      const { events } = await store.readAll({ after, limit: 10 });
      const page = await store.readAll({ after, limit: 2, categories: ['cycle', 'unit', 'unit'] });
      expect(page.events.map((event) => event.stream)).toEqual([streams[0], streams[2]]);
      expect(page.upTo).toBe(events[2]?.position);
      const rest = await store.readAll({ after: page.upTo, limit: 10, categories: ['cycle', 'unit'] });
      expect(rest.events.map((event) => event.stream)).toEqual([streams[3], streams[4]]);
    });

    it('reads far ahead: thousands of events, of all categories or of a rare one', async () => {
      const { store } = current();
      const after = await store.head();
      const [rare, common] = [newStream('rarity'), newStream('commonplace')];
      await store.append(common, 'no-stream', many(700));
      await store.append(rare, 'no-stream', many(1));
      await store.append(common, 699, many(700));
      await store.append(rare, 0, many(1));
      await store.append(common, 1399, many(600));

      const all = await store.readAll({ after, limit: 5000 });
      expect(all.events).toHaveLength(2002);
      expect(all.upTo).toBe(await store.head());
      const page = await store.readAll({ after, limit: 1500 });
      expect(page).toEqual({ events: all.events.slice(0, 1500), upTo: all.events[1499]?.position });
      const rest = await store.readAll({ after: page.upTo, limit: 1500 });
      expect(rest).toEqual({ events: all.events.slice(1500), upTo: all.upTo });

      const ofRare = all.events.filter((event) => event.stream === rare);
      expect(await store.readAll({ after, limit: 5, categories: ['rarity'] })).toEqual({
        events: ofRare,
        upTo: all.upTo,
      });
      const first = await store.readAll({ after, limit: 1, categories: ['rarity'] });
      expect(first).toEqual({ events: ofRare.slice(0, 1), upTo: ofRare[0]?.position });
      const none = await store.readAll({ after, limit: 5, categories: ['nothing'] });
      expect(none).toEqual({ events: [], upTo: all.upTo });
    });

    it('lets a reader move on when nothing matches its categories', async () => {
      const { store } = current();
      await store.append(newStream(), 'no-stream', [newEvent()]);
      const head = await store.head();
      expect(await store.readAll({ after: 0, limit: 5, categories: ['nothing'] })).toEqual({ events: [], upTo: head });
      expect(await store.readAll({ after: 0, limit: 5, categories: [] })).toEqual({ events: [], upTo: head });
    });

    it('keeps the order of the log under concurrent appends', async () => {
      const { store } = current();
      const after = await store.head();
      const streams = Array.from({ length: 12 }, () => newStream());
      await Promise.all(
        streams.map(async (stream) => {
          for (let n = 0; n < 10; n += 1) await store.append(stream, n === 0 ? 'no-stream' : n - 1, [newEvent({ n })]);
        }),
      );
      const { events } = await store.readAll({ after, limit: 1000 });
      expect(events).toHaveLength(120);
      expect(events[0]?.position).toBeGreaterThan(after);
      expect(events.at(-1)?.position).toBe(await store.head());
      expectGrowing(events);
      for (const stream of streams) {
        const own = events.filter((event) => event.stream === stream);
        expect(own.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
    });

    it('refuses to work once it is closed', async () => {
      const { store, stop } = await start();
      await store.append(newStream(), 'no-stream', [newEvent()]);
      await stop();
      await expect(store.append(newStream(), 'no-stream', [newEvent()])).rejects.toThrow('closed');
      await expect(store.readAll({ after: 0, limit: 1 })).rejects.toThrow('closed');
      await expect(store.head()).rejects.toThrow('closed');
    });

    it('lets the appends that are running end when it is closed', async () => {
      const { store, stop } = await start();
      const running = Promise.all(
        Array.from({ length: 10 }, () => store.append(newStream(), 'no-stream', [newEvent()])),
      );
      const closed = stop();
      expect((await running).every((answer) => answer.kind === 'appended')).toBe(true);
      await closed;
    });
  });
}

/** Positions grow from one event to the next; how far apart they are is each store's own business. */
function expectGrowing(events: readonly StoredEvent[]): void {
  const positions = events.map((event) => event.position);
  expect(positions.every(Number.isSafeInteger)).toBe(true);
  expect(positions).toEqual([...new Set(positions)].sort((left, right) => left - right));
}

const many = (count: number) => Array.from({ length: count }, (_, n) => newEvent({ n }));
