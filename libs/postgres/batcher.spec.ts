import { batched, Batcher, coalesced, type Batchable } from './batcher.ts';

interface Piece extends Batchable {
  readonly name: string;
}

const piece = (name: string, key = name, bytes = 1): Piece => ({ name, keys: [key], bytes });

/** A batch begins within two turns of the event loop. */
async function begun(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((wake) => setImmediate(wake));
}

/** A batcher whose batches are written down and end only when told to. */
function slowBatches(limits = { pieces: 100, bytes: 1000, lanes: 1 }) {
  const batches: string[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const group = new Batcher<Piece, string>((batch) => {
    batches.push(batch.map(({ name }) => name));
    return new Promise((resolve, reject) => {
      ends.push((error) =>
        error ? reject(error) : resolve(batch.map(({ name }) => Promise.resolve(`stored ${name}`))),
      );
    });
  }, limits);
  const settle = async (error?: Error) => {
    ends.shift()?.(error);
    await begun();
  };
  return { group, batches, settle, begun };
}

describe('the batcher', () => {
  it('sends together what is asked at the same moment', async () => {
    const { group, batches, settle, begun } = slowBatches();
    const answers = Promise.all(['a', 'b', 'c'].map((name) => group.submit(piece(name))));
    await begun();
    await settle();
    expect(await answers).toEqual(['stored a', 'stored b', 'stored c']);
    expect(batches).toEqual([['a', 'b', 'c']]);
  });

  it('collects the next batch while one is on its way', async () => {
    const { group, batches, settle, begun } = slowBatches();
    const first = group.submit(piece('a'));
    await begun();
    const later = Promise.all([group.submit(piece('b')), group.submit(piece('c'))]);
    await begun();
    expect(batches).toEqual([['a']]);
    await settle();
    await settle();
    await Promise.all([first, later]);
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  it('sends two appends to one stream in two batches, in their order', async () => {
    const { group, batches, settle, begun } = slowBatches();
    const answers = Promise.all([
      group.submit(piece('a1', 'a')),
      group.submit(piece('a2', 'a')),
      group.submit(piece('b', 'b')),
      group.submit(piece('a3', 'a')),
    ]);
    await begun();
    for (let batch = 0; batch < 3; batch += 1) await settle();
    await answers;
    expect(batches).toEqual([['a1', 'b'], ['a2'], ['a3']]);
  });

  it('bounds a batch by number and by bytes, but lets a single large piece through', async () => {
    const { group, batches, settle, begun } = slowBatches({ pieces: 2, bytes: 10, lanes: 1 });
    const sizes = [1, 1, 1, 10, 99, 1];
    const answers = Promise.all(sizes.map((bytes, n) => group.submit(piece(String(n), String(n), bytes))));
    await begun();
    for (let batch = 0; batch < sizes.length; batch += 1) await settle();
    await answers;
    expect(batches).toEqual([['0', '1'], ['2', '5'], ['3'], ['4']]);
  });

  it('gives everybody in a failed batch the error, and goes on with the next', async () => {
    const { group, settle, begun } = slowBatches();
    const failed = Promise.allSettled([group.submit(piece('a')), group.submit(piece('b'))]);
    await begun();
    const next = group.submit(piece('c'));
    await settle(new Error('connection lost'));
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await settle();
    expect(await next).toBe('stored c');
  });

  it('keeps as many batches on their way as it has lanes', async () => {
    const { group, batches, settle } = slowBatches({ pieces: 1, bytes: 10, lanes: 2 });
    const answers = Promise.all(['a', 'b', 'c'].map((name) => group.submit(piece(name))));
    await begun();
    expect(batches).toEqual([['a'], ['b']]);
    await settle();
    expect(batches).toEqual([['a'], ['b'], ['c']]);
    await settle();
    await settle();
    expect(await answers).toEqual(['stored a', 'stored b', 'stored c']);
  });
});

describe('questions asked at once', () => {
  it('share a query, each gets its own answer, and the same one may be asked twice', async () => {
    const asked: (readonly string[])[] = [];
    const ask = batched(async (keys) => {
      asked.push(keys);
      return new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, key.toUpperCase()]));
    });
    expect(await Promise.all([ask('a'), ask('b'), ask('a'), ask('unknown')])).toEqual(['A', 'B', 'A', undefined]);
    expect(asked).toEqual([['a', 'b', 'a', 'unknown']]);
    expect(await ask('c')).toBe('C');
  });

  it('fail together, and the next ones are asked anew', async () => {
    let broken = true;
    const ask = batched(async (keys) => {
      if (broken) throw new Error('the database is away');
      return new Map(keys.map((key) => [key, key]));
    });
    await expect(Promise.all([ask('a'), ask('b')])).rejects.toThrow('the database is away');
    broken = false;
    expect(await ask('a')).toBe('a');
  });
});

describe('what is asked for while the one before is under way', () => {
  it('is done in one go, and a failure is told only to those it happened to', async () => {
    const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const done: (readonly string[])[] = [];
    const ask = coalesced(async (items: readonly string[]) => {
      done.push(items);
      await gates[done.length - 1]?.promise;
    });
    const first = ask('a');
    await begun();
    const later = [ask('b'), ask('c')];
    gates[0]?.reject(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    gates[1]?.resolve(undefined);
    await Promise.all(later);
    await ask('d');
    expect(done).toEqual([['a'], ['b', 'c'], ['d']]);
  });
});
