import { createEngine } from './engine.ts';
import { createLiveView } from './live-view.ts';
import { add, tallyLog } from './testing/tally.ts';

const setUp = () => {
  const store = tallyLog();
  const reads: (() => void)[] = [];
  const state = { held: false, started: 0 };
  const slow = {
    ...store,
    readAll: async (...args: Parameters<typeof store.readAll>) => {
      state.started += 1;
      const answer = await store.readAll(...args);
      if (state.held) await new Promise<void>((resolve) => reads.push(resolve));
      return answer;
    },
  };
  const view = createLiveView<number>({
    store: slow,
    categories: ['tally'],
    initial: 0,
    evolve: (count) => count + 1,
    pageSize: 2,
  });
  const letGo = () => reads.splice(0).forEach((resolve) => resolve());
  return { engine: createEngine({ store }), view, state, letGo };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a live view', () => {
  it('holds every event of its categories that was written before the question', async () => {
    const { engine, view } = setUp();
    expect(await view.current()).toBe(0);
    for (let count = 1; count <= 5; count += 1) await add(engine);
    await add(engine, { stream: 'other-1' });
    expect(await view.current()).toBe(5);
    expect(view.position).toBe(6);
    await add(engine);
    expect(await view.current()).toBe(6);
  });

  it('does not answer from a read that began before the question', async () => {
    const { engine, view, state, letGo } = setUp();
    state.held = true;
    const early = view.current();
    await turn();
    await add(engine);
    const late = Promise.all([view.current(), view.current(), view.current()]);
    state.held = false;
    letGo();
    expect(await early).toBeGreaterThanOrEqual(0);
    expect(await late).toEqual([1, 1, 1]);
    expect(state.started).toBe(2);
  });

  it('never counts an event twice, however many ask at once', async () => {
    const { engine, view } = setUp();
    for (let round = 1; round <= 30; round += 1) {
      const asked = [add(engine), view.current(), add(engine), view.current(), turn().then(() => view.current())];
      await Promise.all(asked);
      expect(await view.current()).toBe(round * 2);
    }
  });

  it('asks again after the log was out of reach', async () => {
    const store = tallyLog();
    await add(createEngine({ store }));
    let down = true;
    const readAll: typeof store.readAll = (options) =>
      down ? Promise.reject(new Error('gone')) : store.readAll(options);
    const view = createLiveView<number>({
      store: { readAll },
      categories: ['tally'],
      initial: 0,
      evolve: (n) => n + 1,
    });
    await expect(Promise.all([view.current(), view.current()])).rejects.toThrow('gone');
    down = false;
    expect(await view.current()).toBe(1);
  });
});
