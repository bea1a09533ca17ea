import { retry, waitMs } from './retry.ts';

const backoff = { firstMs: 100, maxMs: 1000, random: () => 1 };

describe('trying again', () => {
  it('waits twice as long each time, up to a limit, and spreads over half of it', () => {
    expect([0, 1, 2, 3, 4, 50].map((attempt) => waitMs(backoff, attempt))).toEqual([100, 200, 400, 800, 1000, 1000]);
    expect(waitMs({ ...backoff, random: () => 0 }, 1)).toBe(100);
  });

  it('ends with the first success', async () => {
    const waits: number[] = [];
    let calls = 0;
    const call = async () => {
      calls += 1;
      if (calls < 4) throw new Error(`failure ${calls}`);
      return calls;
    };
    const wait = async (ms: number) => waits.push(ms);
    expect(await retry(call, { backoff, another: () => undefined, wait })).toBe(4);
    expect(waits).toEqual([100, 200, 400]);
  });

  it('ends with what the caller makes of the failure', async () => {
    const told: unknown[] = [];
    const another = (error: unknown, failed: object) => {
      told.push(failed);
      if (told.length === 2) throw new Error('given up', { cause: error });
    };
    const broken = () => Promise.reject(new Error('out of reach'));
    await expect(retry(broken, { backoff, another, wait: async () => undefined })).rejects.toThrow('given up');
    expect(told).toEqual([
      { tries: 1, waitMs: 100 },
      { tries: 2, waitMs: 200 },
    ]);
  });
});
