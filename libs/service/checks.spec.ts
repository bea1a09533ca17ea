import { runChecks } from './checks.ts';

describe('looking whether everything is there', () => {
  it('tells of each thing on its own, with what is worth knowing', async () => {
    const answer = await runChecks({ log: async () => ({ head: 7 }), queue: async () => undefined });
    expect(answer).toEqual({ log: { status: 'up', head: 7 }, queue: { status: 'up' } });
  });

  it('tells that something is down, but not why: that goes to whoever looks after it', async () => {
    const told: string[] = [];
    const broken = async () => Promise.reject(new Error('postgres://kheo:secret@db'));
    const answer = await runChecks({ log: broken, queue: async () => undefined }, (name, error) =>
      told.push(`${name}: ${String(error)}`),
    );
    expect(answer).toEqual({ log: { status: 'down' }, queue: { status: 'up' } });
    expect(told).toEqual(['log: Error: postgres://kheo:secret@db']);
  });

  it('does not wait for what never answers', async () => {
    const never = () => new Promise<never>(() => undefined);
    expect(await runChecks({ log: never }, undefined, 10)).toEqual({ log: { status: 'down' } });
  });
});
