import { limitConcurrency } from './concurrency.ts';

/** A promise and what ends it. */
const gate = () => Promise.withResolvers<undefined>();

describe('a concurrency limit', () => {
  it('lets so many begin at a time, and the next when one has ended or failed', async () => {
    const limited = limitConcurrency(2);
    const gates = [gate(), gate(), gate(), gate()];
    const begun: number[] = [];
    const all = gates.map(({ promise }, nth) =>
      limited(() => {
        begun.push(nth);
        return promise;
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    gates[1]?.reject(new Error('broken'));
    await expect(all[1]).rejects.toThrow('broken');
    expect(begun).toEqual([0, 1, 2]);
    gates[0]?.resolve(undefined);
    await all[0];
    expect(begun).toEqual([0, 1, 2, 3]);
    for (const { resolve } of gates) resolve(undefined);
    await Promise.all([all[2], all[3]]);
  });
});
