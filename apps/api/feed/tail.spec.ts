import { PassThrough } from 'node:stream';
import type { DomainEvent } from '#domain';
import { createMemoryEventStore } from '#event-store/memory';
import { createEventLog, type EventLog, type EventToRecord } from '#event-store';
import fc from 'fast-check';
import { follow } from './follow.ts';
import { framing } from './frames.ts';
import { createTail } from './tail.ts';

const frameOf = framing({ personal: true });

let numbers = 0;
const event = (size: number): EventToRecord<DomainEvent> => {
  const id = `00000000-0000-5000-8000-${String(++numbers).padStart(12, '0')}`;
  const actor = { personId: 'p', role: 'UNIT_OFFICER', unitId: 'u' } as const;
  const meta = { actor, recordedAt: '2026-03-02T01:30:00.000Z', effectiveOn: '2026-03-02', commandId: id };
  return {
    ...{ id, type: 'ProgressRecorded', data: { note: 'x'.repeat(size) } },
    meta: { ...meta, correlationId: id, commandHash: '0'.repeat(64) },
  };
};
const append = (store: EventLog<DomainEvent>, sizes: readonly number[]) =>
  store.append(`registration-${++numbers}`, 'no-stream', sizes.map(event));

/** What a reader behind `from` is owed, by a plain read. */
const owed = async (store: EventLog, from: number): Promise<string> =>
  (await store.readAll({ after: from, limit: 100_000 })).events.map((one) => String(frameOf(one).bytes)).join('');

/** The log, read through a function. */
const reading = (store: EventLog, readAll: EventLog['readAll']): EventLog => ({ ...store, readAll });

const turn = (): Promise<void> => new Promise((next) => setImmediate(next));

/** A reader that takes what it is sent a little at a time. */
const reader = (pace: number) => {
  const out = new PassThrough({ highWaterMark: 200 });
  let text = '';
  const taking = async (): Promise<void> => {
    while (!out.destroyed) {
      for (let turns = 0; turns <= pace; turns += 1) await turn();
      text += ((out.read() as Buffer | null) ?? '').toString();
    }
  };
  void taking();
  return { out, said: () => text.replaceAll(': still here\n\n', '') };
};

describe('streams that share one reader of the log', () => {
  it('each send what a plain read tells, in its order, wherever they begin and however slow they are', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });
    const readers = fc.array(fc.record({ back: fc.nat({ max: 30 }), pace: fc.nat({ max: 4 }), joins: fc.nat(9) }), {
      minLength: 1,
      maxLength: 5,
    });
    const bounds = fc.record({
      keepBytes: fc.integer({ min: 0, max: 3000 }),
      chunkBytes: fc.integer({ min: 1, max: 1500 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(sizes, { maxLength: 5 }),
        fc.array(sizes, { minLength: 10, maxLength: 15 }),
        readers,
        bounds,
        async (before, during, wanted, options) => {
          const store = createEventLog(createMemoryEventStore());
          for (const batch of before) await append(store, batch);
          const tail = createTail(store, frameOf, options);
          const over = new AbortController();
          const open: { from: number; said: () => string; ended: Promise<string>; out: PassThrough }[] = [];
          for (const [step, batch] of during.entries()) {
            for (const { back, pace } of wanted.filter(({ joins }) => joins === step)) {
              const from = Math.max(0, (await store.head()) - back);
              const one = reader(pace);
              const how = { from, signal: over.signal, heartbeatMs: 10_000, stallMs: 10_000 };
              open.push({ from, ...one, ended: follow({ store, tail }, one.out, how) });
            }
            await append(store, batch);
            if (step % 3 === 0) await turn();
          }
          for (const { from, said } of open) {
            const all = await owed(store, from);
            for (let turns = 0; said().length < all.length && turns < 20_000; turns += 1) await turn();
            expect(said()).toBe(all);
          }
          over.abort();
          expect(new Set(await Promise.all(open.map(({ ended }) => ended)))).toEqual(new Set(['ended']));
          for (const { out } of open) out.destroy();
          await store.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('read the log once for all of them, not once for each', async () => {
    const store = createEventLog(createMemoryEventStore());
    await append(store, [1, 2, 3]);
    let reads = 0;
    const counted = reading(store, (options) => ((reads += 1), store.readAll(options)));
    const tail = createTail(counted, frameOf, { keepBytes: 100_000, chunkBytes: 10_000 });
    const over = new AbortController();
    const how = { from: 0, signal: over.signal, heartbeatMs: 10_000, stallMs: 10_000 };
    const open = Array.from({ length: 200 }, () => reader(0));
    const ended = open.map(({ out }) => follow({ store: counted, tail }, out, how));
    const all = async (): Promise<void> => {
      const text = await owed(store, 0);
      while (open.some(({ said }) => said().length < text.length)) await turn();
    };
    await all();
    for (let turns = 0; turns < 20; turns += 1) await turn();
    const before = reads;
    for (let events = 0; events < 10; events += 1) {
      await append(store, [10]);
      await all();
    }
    expect(reads - before).toBeLessThanOrEqual(30);
    over.abort();
    await Promise.all(ended);
    for (const { out } of open) out.destroy();
  }, 30_000);

  it('end for a reader that takes nothing', async () => {
    const store = createEventLog(createMemoryEventStore());
    await append(store, [5000]);
    const tail = createTail(store, frameOf, { keepBytes: 100_000, chunkBytes: 10_000 });
    const stuck = new PassThrough({ highWaterMark: 10 });
    const how = { from: 0, signal: new AbortController().signal, heartbeatMs: 10_000, stallMs: 20 };
    expect(await follow({ store, tail }, stuck, how)).toBe('stalled');
  });

  it('end when the log cannot be read, and are served again by the next reader', async () => {
    const store = createEventLog(createMemoryEventStore());
    await append(store, [1]);
    let broken = false;
    const readAll: EventLog['readAll'] = (options) =>
      broken ? Promise.reject(new Error('out of reach')) : store.readAll(options);
    const fragile = reading(store, readAll);
    const tail = createTail(fragile, frameOf, { keepBytes: 100_000, chunkBytes: 10_000 });
    const over = new AbortController();
    const how = { from: 0, signal: over.signal, heartbeatMs: 10_000, stallMs: 10_000 };
    const first = reader(0);
    const ended = follow({ store: fragile, tail }, first.out, how).catch((error: unknown) => (error as Error).message);
    while (first.said() !== (await owed(store, 0))) await turn();
    for (let turns = 0; turns < 20; turns += 1) await turn();
    broken = true;
    await append(store, [1]);
    expect(await ended).toBe('out of reach');
    broken = false;
    const second = reader(0);
    const again = follow({ store: fragile, tail }, second.out, how);
    while (second.said() !== (await owed(store, 0))) await turn();
    over.abort();
    expect(await again).toBe('ended');
    first.out.destroy();
    second.out.destroy();
  });
});
