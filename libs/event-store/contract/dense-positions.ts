import { newEvent, newStream } from './samples.ts';
import { started, type StoreUnderTest } from './store-under-test.ts';

/** Only for stores that number the events of the log 1, 2, 3 …; the port promises no more than that positions grow. */
export function describeDensePositions(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the positions given by ${name}`, () => {
    const current = started(start);

    it('count the events of the log, one after another', async () => {
      const { store } = current();
      for (const size of [1, 3, 2])
        await store.append(
          newStream(),
          'no-stream',
          Array.from({ length: size }, () => newEvent()),
        );
      const { events } = await store.readAll({ after: 0, limit: 10 });
      expect(events.map((event) => event.position)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await store.head()).toBe(6);
    });

    it('have no gap where an append was refused or repeated', async () => {
      const { store } = current();
      const before = await store.head();
      const [stream, event] = [newStream(), newEvent()];
      await store.append(stream, 'no-stream', [event]);
      await store.append(stream, 'no-stream', [event]);
      await store.append(stream, 7, [newEvent()]);
      await store.append(newStream(), 'no-stream', [event]);
      expect(await store.append(stream, 0, [newEvent()])).toMatchObject({ revision: 1, position: before + 2 });
    });

    it('have no gap under concurrent appends', async () => {
      const { store } = current();
      const after = await store.head();
      await Promise.all(Array.from({ length: 100 }, () => store.append(newStream(), 'no-stream', [newEvent()])));
      const { events } = await store.readAll({ after, limit: 1000 });
      expect(events.map((event) => event.position)).toEqual(Array.from({ length: 100 }, (_, n) => after + n + 1));
    });
  });
}
