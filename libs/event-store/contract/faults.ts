import { newEvent, newStream } from './samples.ts';
import { started, type StoreUnderTest } from './store-under-test.ts';

/** What a caller does when the outcome is unknown: the same again. */
async function persistently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }
}

/** Only for stores with a server; a log in memory has no connection to lose. */
export function describeFaults(start: () => Promise<StoreUnderTest>): void {
  describe('lost connections', () => {
    const current = started(start);

    it('stores each event once although connections break while it is being appended', async () => {
      const { store, faults } = current();
      const before = await store.head();
      const streams = Array.from({ length: 50 }, () => newStream());
      const answers = Promise.all(
        streams.map((stream) => {
          const events = [newEvent()];
          return persistently(() => store.append(stream, 'no-stream', events));
        }),
      );
      await faults?.cutConnections();
      expect((await answers).every((answer) => answer.kind === 'appended')).toBe(true);
      const { events } = await persistently(() => store.readAll({ after: before, limit: 1000 }));
      expect(events.map((event) => event.stream).sort()).toEqual([...streams].sort());
    });

    it('still wakes who waits', async () => {
      const { store, faults } = current();
      const head = await persistently(() => store.head());
      const waited = store.waitPast(head, 60_000);
      await faults?.cutConnections();
      const [stream, events] = [newStream(), [newEvent()]];
      await persistently(() => store.append(stream, 'no-stream', events));
      await waited;
      expect(await persistently(() => store.head())).toBeGreaterThan(head);
    });
  });
}
