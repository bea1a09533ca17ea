import { createEngine } from '../engine.ts';
import { createMemoryCheckpoints } from '../reactions/memory-checkpoints.ts';
import { add, tallyLog } from '../testing/tally.ts';
import { followUnderLease } from './follow-under-lease.ts';
import { createLeaseholder } from './leaseholder.ts';
import { until } from '#support/until';

const setUp = () => {
  const log = tallyLog();
  const checkpoints = createMemoryCheckpoints();
  const stop = new AbortController();
  const handled: { readonly by: string; readonly position: number }[] = [];
  const start = (owner: string, leaseMs = 30) => {
    const holder = createLeaseholder({ name: 'sums', checkpoints, owner, leaseMs });
    return followUnderLease(holder, {
      store: log,
      waitMs: 10,
      handle: async ({ events, upTo }) => {
        await holder.advance(upTo);
        handled.push(...events.map(({ position }) => ({ by: owner, position })));
      },
    }).run(stop.signal);
  };
  const standing = async () => (await checkpoints.standings())[0];
  return { engine: createEngine({ store: log }), checkpoints, stop, handled, start, standing };
};

/** Takes the lease from whoever holds it, as when that one was asleep for longer than it lasts. */
const takeFrom = async ({ checkpoints, standing }: ReturnType<typeof setUp>, owner: string) => {
  const { holder } = (await standing()) ?? {};
  const asleep = await checkpoints.acquire('sums', holder ?? '', -1);
  const lease = await checkpoints.acquire('sums', owner, 60_000);
  if (!asleep || !lease) throw new Error('the lease was to be had');
  return lease;
};

describe('whoever follows under a lease', () => {
  it('gives way when the lease was lost, and stands by for it again, while nothing at all is written', async () => {
    const world = setUp();
    const { checkpoints, standing, start, stop } = world;
    const running = start('one');
    await until(async () => (await standing())?.holder === 'one');
    await checkpoints.release(await takeFrom(world, 'two'));
    await until(async () => (await standing())?.holder === 'one');
    stop.abort();
    await running;
    expect((await standing())?.holder).toBeNull();
  });

  it('goes on where the other has come to, and stores nothing under the lease it lost', async () => {
    const world = setUp();
    const { engine, checkpoints, handled, standing, start, stop } = world;
    for (let count = 0; count < 3; count += 1) await add(engine);
    const running = start('one');
    await until(() => handled.length === 3);
    const other = await takeFrom(world, 'two');
    for (let count = 0; count < 3; count += 1) await add(engine);
    await checkpoints.advance(other, 5, 60_000);
    await checkpoints.release(other);
    await until(() => handled.length === 4);
    stop.abort();
    await running;
    expect(handled.map(({ position }) => position)).toEqual([1, 2, 3, 6]);
    expect(await standing()).toMatchObject({ position: 6 });
  });
});
