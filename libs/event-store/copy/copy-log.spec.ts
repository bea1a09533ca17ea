import fc from 'fast-check';
import { newEvent, newStream } from '../contract/index.ts';
import { createMemoryEventStore } from '../memory/index.ts';
import { copyLog } from './copy-log.ts';
import {
  add,
  contents,
  copyOf,
  emptyLog,
  facts,
  histories,
  logOf,
  runThatDies,
  twoLogs,
  withIncidents,
} from './testing/logs.ts';

const fail = (): never => {
  throw new Error('out of reach');
};

describe('a log that is copied', () => {
  it('holds the same events in the same order, whatever they say and however often the copy was interrupted', async () => {
    const deaths = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(histories({ minLength: 0 }), deaths, async (history, runs) => {
        const [from, to] = [await logOf(history), emptyLog()];
        for (const [at, stored] of runs) await runThatDies(from, to, at, stored);
        const there = (await contents(to)).length;
        const { length } = await contents(from);
        const outcome = await copyLog(twoLogs(from, to));
        expect(outcome).toEqual({ kind: 'copied', there, copied: length - there, meanwhile: 0 });
        expect(await facts(to)).toEqual(await facts(from));
      }),
    );
  });

  it('holds each event once although the store breaks before or after it has stored', async () => {
    const from = await logOf([1, 2, 1, 1, 3, 2].map((stream, n) => [stream, [{ n }, { n }]] as const));
    const to = emptyLog();
    const broken = withIncidents(to, {
      before: (nth) => nth % 3 === 1 && fail(),
      after: (nth) => nth % 3 === 2 && fail(),
    });
    expect(await copyLog(twoLogs(from, broken))).toMatchObject({ kind: 'copied', copied: 12 });
    expect(await facts(to)).toEqual(await facts(from));
  });

  it('ends with the error when the store stays out of reach, and goes on where it was when run again', async () => {
    const [from, to] = [await logOf([1, 2, 3, 4].map((stream) => [stream, ['x']] as const)), emptyLog()];
    const pauses: number[] = [];
    const dead = withIncidents(to, { before: (nth) => nth > 2 && fail() });
    const pause = async (ms: number) => void pauses.push(ms);
    await expect(copyLog(twoLogs(from, dead, { pause }))).rejects.toThrow('out of reach');
    expect(pauses.reduce((sum, ms) => sum + ms)).toBeGreaterThan(20_000);
    expect(await copyLog(twoLogs(from, to))).toEqual({ kind: 'copied', there: 2, copied: 2, meanwhile: 0 });
  });

  it('stops behind the append at hand when told to, and goes on when run again', async () => {
    const [from, to] = [await logOf([1, 2, 3, 4].map((stream) => [stream, ['x', 'y']] as const)), emptyLog()];
    const controller = new AbortController();
    const interrupted = withIncidents(to, { before: (nth) => nth === 2 && controller.abort() });
    const stopped = await copyLog(twoLogs(from, interrupted, { signal: controller.signal }));
    expect(stopped).toEqual({ kind: 'stopped', there: 0, copied: 4 });
    expect(await contents(to)).toHaveLength(4);
    const checked = await copyLog(twoLogs(from, to, { signal: AbortSignal.abort() }));
    expect(checked).toEqual({ kind: 'stopped', there: 0, copied: 0 });
    expect(await copyLog(twoLogs(from, to))).toEqual({ kind: 'copied', there: 4, copied: 4, meanwhile: 0 });
  });

  it('has what the source got meanwhile, and says how much that was', async () => {
    const [from, to] = [await logOf([1, 2, 3].map((stream) => [stream, ['x']] as const)), emptyLog()];
    const grow = async (nth: number) => {
      if (nth === 2) for (let n = 0; n < 6; n += 1) await add(from, `unit-${n}`, [newEvent({ n })]);
    };
    const outcome = await copyLog(twoLogs(from, withIncidents(to, { before: grow })));
    expect(outcome).toEqual({ kind: 'copied', there: 0, copied: 9, meanwhile: 6 });
    expect(await facts(to)).toEqual(await facts(from));
  });

  it('is stored in few appends: neighbours of one stream together, within what a store takes at once', async () => {
    const from = createMemoryEventStore();
    const [many, large] = [newStream(), newStream()];
    for (const size of [900, 600])
      await add(
        from,
        many,
        Array.from({ length: size }, (_, n) => newEvent({ n })),
      );
    for (let n = 0; n < 5; n += 1) await add(from, large, [newEvent({ text: 'ệ'.repeat(70_000) })]);
    await add(from, many, [newEvent()]);
    const to = emptyLog();
    const sizes: number[] = [];
    let before = 0;
    const onProgress = ({ events }: { events: number }) => {
      sizes.push(events - before);
      before = events;
    };
    await copyLog(twoLogs(from, to, { onProgress, pageSize: 500 }));
    expect(sizes).toEqual([1000, 500, 2, 2, 1, 1]);
    expect(await facts(to)).toEqual(await facts(from));
  });

  it('tells how far it is in positions of the log it reads', async () => {
    const [from, to] = [await copyOf(await logOf([1, 2].map((stream) => [stream, ['x']] as const))), emptyLog()];
    const told: unknown[] = [];
    await copyLog(twoLogs(from, to, { onProgress: (progress) => told.push(progress) }));
    const [first, second] = await contents(from);
    const head = second?.position;
    expect(told).toEqual([
      { phase: 'copying', events: 1, position: first?.position, head },
      { phase: 'copying', events: 2, position: head, head },
    ]);
  });
});

describe('a target that is not the beginning of the source', () => {
  it('is refused at the first event that differs, wherever that is, and nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ minLength: 2 }), fc.nat(), async (history, seed) => {
        const from = await logOf(history);
        const events = await contents(from);
        const place = seed % events.length;
        const to = await copyOf(from, place + 2, (event) =>
          event.id === events[place]?.id ? { ...event, type: 'AnotherFact' } : event,
        );
        const before = await facts(to);
        expect(await copyLog(twoLogs(from, to))).toMatchObject({
          kind: 'not-a-beginning',
          difference: { kind: 'differs', nth: place + 1, from: { id: events[place]?.id }, fields: ['type'] },
        });
        expect(await facts(to)).toEqual(before);
      }),
    );
  });

  it('is refused when it holds more than the source', async () => {
    const from = await logOf([[1, ['x']]]);
    const to = await copyOf(from);
    await add(to, 'unit-9', [newEvent('foreign')]);
    expect(await copyLog(twoLogs(from, to))).toMatchObject({
      kind: 'not-a-beginning',
      difference: { kind: 'foreign', nth: 2, to: { stream: 'unit-9' } },
    });
  });

  it('is refused when it has got an event of its own while the copy runs', async () => {
    const [from, to] = [await logOf([1, 2].map((stream) => [stream, ['x']] as const)), emptyLog()];
    const intrude = (nth: number) => (nth === 2 ? add(to, 'unit-2', [newEvent('mine')]) : undefined);
    expect(await copyLog(twoLogs(from, withIncidents(to, { before: intrude })))).toMatchObject({
      kind: 'not-taken',
      copied: 1,
      event: { stream: 'unit-2' },
      answer: { kind: 'wrong-revision', actual: 0 },
    });
  });
});
