import { coalesced, limitConcurrency } from './concurrency.ts';

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

describe('what is asked for while the one before is under way', () => {
  it('is done in one go, and a failure is told only to those it happened to', async () => {
    const gates = [gate(), gate()];
    const done: (readonly string[])[] = [];
    const ask = coalesced<string>(async (items) => {
      done.push(items);
      await gates[done.length - 1]?.promise;
    });
    const first = ask('a');
    await Promise.resolve();
    const later = [ask('b'), ask('c')];
    gates[0]?.reject(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    gates[1]?.resolve(undefined);
    await Promise.all(later);
    await ask('d');
    expect(done).toEqual([['a'], ['b', 'c'], ['d']]);
  });
});
