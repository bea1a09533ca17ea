import type { RecordedEvent } from '#event-store';
import { createEngine } from '../engine.ts';
import { createFollower, type FollowerOptions } from './follower.ts';
import { add, outOfReach, seeded, tallyLog } from '../testing/tally.ts';
import { until } from '#support/until';

const setUp = (options: Partial<FollowerOptions<RecordedEvent>> = {}) => {
  const log = tallyLog();
  const state = { down: false, checkpoint: 0, failuresLeft: 0, errors: [] as unknown[] };
  const seen: number[] = [];
  const stop = new AbortController();
  const follower = createFollower({
    store: outOfReach(log, () => state.down),
    categories: ['tally'],
    start: async () => state.checkpoint,
    handle: async ({ events, upTo }) => {
      if (state.failuresLeft-- > 0) throw new Error('the disk is full');
      seen.push(...events.map(({ position }) => position));
      state.checkpoint = upTo;
    },
    onError: (error) => state.errors.push(error),
    batchSize: 3,
    waitMs: 20,
    random: seeded(1),
    ...options,
  });
  return { engine: createEngine({ store: log }), state, seen, stop, follower };
};

describe('a follower', () => {
  it('hands over every event of its categories once, in order, old and new', async () => {
    const { engine, seen, stop, follower } = setUp();
    for (let count = 0; count < 4; count += 1) await add(engine);
    await add(engine, { stream: 'other-1' });
    const running = follower.run(stop.signal);
    await until(() => seen.length === 4);
    await add(engine);
    await until(() => seen.length === 5);
    stop.abort();
    await running;
    expect(seen).toEqual([1, 2, 3, 4, 6]);
    expect(await follower.progress()).toEqual({ position: 6, head: 6, failures: 0 });
  });

  it('goes on at its checkpoint after it was stopped', async () => {
    const { engine, seen, state, stop, follower } = setUp();
    for (let count = 0; count < 4; count += 1) await add(engine);
    state.checkpoint = 3;
    const running = follower.run(stop.signal);
    await until(() => seen.length === 1);
    stop.abort();
    await running;
    expect(seen).toEqual([4]);
  });

  it('begins a failed batch again and skips nothing, whether the handler or the log failed', async () => {
    const { engine, seen, state, stop, follower } = setUp();
    await add(engine);
    state.failuresLeft = 1;
    const running = follower.run(stop.signal);
    await until(() => seen.length === 1);
    state.down = true;
    await add(engine);
    await until(() => state.errors.length >= 2);
    expect(await follower.progress()).toMatchObject({ failures: 1 });
    state.down = false;
    await until(() => seen.length === 2);
    stop.abort();
    await running;
    expect(seen).toEqual([1, 2]);
  });

  it('stops at once when there is nothing to do', async () => {
    const { stop, follower } = setUp({ waitMs: 60_000 });
    const running = follower.run(stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await running;
  });
});
