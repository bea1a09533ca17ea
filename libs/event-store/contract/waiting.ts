import { newEvent, newStream } from './samples.ts';
import { started, type StoreUnderTest } from './store-under-test.ts';

const FOR_EVER = 60_000;

export function describeWaiting(start: () => Promise<StoreUnderTest>): void {
  describe('waiting for growth', () => {
    const current = started(start);

    it('wakes when the log grows past the position', async () => {
      const { store } = current();
      const head = await store.head();
      const waited = store.waitPast(head, FOR_EVER);
      const answer = await store.append(newStream(), 'no-stream', [newEvent()]);
      await waited;
      expect(answer).toMatchObject({ kind: 'appended', position: await store.head() });
      expect(await store.head()).toBeGreaterThan(head);
    });

    it('does not wait when the log is past the position already', async () => {
      const { store } = current();
      await store.append(newStream(), 'no-stream', [newEvent()]);
      await store.waitPast(0, FOR_EVER);
      expect(await store.head()).toBeGreaterThan(0);
    });

    it('gives up after the time it was given', async () => {
      const { store } = current();
      const head = await store.head();
      await store.waitPast(head, 30);
      expect(await store.head()).toBe(head);
    });

    it('gives up when told to', async () => {
      const { store } = current();
      const controller = new AbortController();
      const head = await store.head();
      const waited = store.waitPast(head, FOR_EVER, controller.signal);
      controller.abort();
      await waited;
      await store.waitPast(head, FOR_EVER, AbortSignal.abort());
      expect(await store.head()).toBe(head);
    });

    it('wakes everybody when it is closed', async () => {
      const { store, stop } = await start();
      const waited = store.waitPast(await store.head(), FOR_EVER);
      await stop();
      await expect(waited).resolves.toBeUndefined();
    });
  });
}
