import { setTimeout as sleep } from 'node:timers/promises';
import { createPositionWaiter } from './wait.ts';

/** Far longer than any of these waits may take. */
const LONG_MS = 5_000;

const away = (): Promise<number> => Promise.reject(new Error('the database is away'));

describe('waiting for a position', () => {
  it('tells all who wait when the checkpoints cannot be read, and asks anew for the next', async () => {
    const answers = [away, away, () => Promise.resolve(7)];
    const waitFor = createPositionWaiter(() => (answers.shift() ?? away)());
    const told = Promise.allSettled([waitFor(7, LONG_MS), waitFor(8, LONG_MS), waitFor(9, LONG_MS)]);
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(waitFor(7, LONG_MS)).rejects.toThrow('away');
    expect(await waitFor(7, LONG_MS)).toBe(true);
  });

  it('asks once for all who wait', async () => {
    let asked = 0;
    const waitFor = createPositionWaiter(() => Promise.resolve((asked += 1)));
    expect(await Promise.all([waitFor(2, LONG_MS), waitFor(3, LONG_MS), waitFor(1, LONG_MS)])).toEqual([
      true,
      true,
      true,
    ]);
    expect(asked).toBe(3);
  });

  it('ends when the time is up though the database never answers', async () => {
    const waitFor = createPositionWaiter(() => new Promise(() => undefined));
    expect(await Promise.all([waitFor(1, 20), waitFor(2, 30)])).toEqual([false, false]);
  });

  it('ends with the caller who gives up, and stops asking', async () => {
    let asked = 0;
    const waitFor = createPositionWaiter(() => Promise.resolve((asked += 1) - asked));
    const caller = new AbortController();
    const waiting = waitFor(1, LONG_MS, caller.signal);
    caller.abort();
    expect(await waiting).toBe(false);
    expect(await waitFor(1, LONG_MS, caller.signal)).toBe(false);
    await sleep(50);
    const once = asked;
    await sleep(50);
    expect(asked).toBe(once);
  });
});
