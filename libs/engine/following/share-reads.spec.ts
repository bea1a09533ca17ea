import type { Entry } from '#event-store';
import { createEngine } from '../engine.ts';
import { createFollower } from './follower.ts';
import { shareReads } from './share-reads.ts';
import { add, tallyLog } from '../testing/tally.ts';
import { until } from '#support/until';

const setUp = () => {
  const log = tallyLog();
  let reads = 0;
  const counted: typeof log = {
    ...log,
    entries: {
      ...log.entries,
      readAll: (options) => {
        reads += 1;
        return log.entries.readAll(options);
      },
    },
  };
  return { engine: createEngine({ store: log }), shared: shareReads(counted), reads: () => reads };
};

const positions = ({ events }: { readonly events: readonly Entry[] }) => events.map(({ position }) => position);

describe('a read of the log that is shared', () => {
  it('serves all who stand at the same place, whatever they ask for', async () => {
    const { engine, shared, reads } = setUp();
    for (const stream of ['tally-1', 'other-1', 'tally-1', 'other-1']) await add(engine, { stream });
    const [all, tallies, first] = await Promise.all([
      shared.readAll({ after: 0, limit: 10 }),
      shared.readAll({ after: 0, limit: 10, categories: ['tally'] }),
      shared.readAll({ after: 0, limit: 1 }),
    ]);
    expect([all, tallies, first].map(positions)).toEqual([[1, 2, 3, 4], [1, 3], [1]]);
    expect([all, tallies, first].map(({ upTo }) => upTo)).toEqual([4, 4, 1]);
    expect(positions(await shared.readAll({ after: 2, limit: 10 }))).toEqual([3, 4]);
    expect(reads()).toBe(1);
  });

  it('never hides what was written since, and forgets one that failed', async () => {
    const { engine, shared } = setUp();
    expect(await shared.readAll({ after: 0, limit: 10 })).toEqual({ events: [], upTo: 0 });
    await add(engine);
    expect(positions(await shared.readAll({ after: 0, limit: 10 }))).toEqual([1]);
    await add(engine);
    expect(positions(await shared.readAll({ after: 1, limit: 10 }))).toEqual([2]);
    const log = tallyLog();
    let down = true;
    const again = shareReads({
      ...log,
      entries: {
        ...log.entries,
        readAll: (options) => (down ? Promise.reject(new Error('gone')) : log.entries.readAll(options)),
      },
    });
    await expect(again.readAll({ after: 0, limit: 1 })).rejects.toThrow('gone');
    down = false;
    expect(await again.readAll({ after: 0, limit: 1 })).toEqual({ events: [], upTo: 0 });
  });

  it('lets many follow, none of them held up by another that waits', async () => {
    const { engine, shared, reads } = setUp();
    for (let count = 0; count < 1200; count += 1) await add(engine);
    const stop = new AbortController();
    const seen = [0, 0, 0, 0, 0];
    const run = (nth: number) =>
      createFollower<Entry>({
        store: shared,
        start: async () => 0,
        handle: async ({ events }, signal) => {
          if (nth === 0) await new Promise((resolve) => signal.addEventListener('abort', resolve));
          seen[nth] = (seen[nth] ?? 0) + events.length;
        },
      }).run(stop.signal);
    const running = seen.map((_, nth) => run(nth));
    await until(() => seen.slice(1).every((count) => count === 1200));
    expect(reads()).toBeLessThanOrEqual(5);
    stop.abort();
    await Promise.all(running);
  });
});
