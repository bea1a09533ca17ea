import type { DomainEvent } from '#domain';
import { createCodec } from './codec/codec.ts';
import { newEvent } from './contract/index.ts';
import { createEventLog, isIn, isUnreadable } from './event-log.ts';
import { PoisonEventError } from './event-store.port.ts';
import { createMemoryEventStore } from './memory/index.ts';

type Visit = DomainEvent<'VisitRecorded', { readonly place: string; readonly people: number }>;

const codec = createCodec<Visit>({ VisitRecorded: [(data) => ({ ...(data as object), people: 1 })] });

const setUp = () => {
  const store = createMemoryEventStore();
  const put = (type: string, revision: number, data: unknown = { place: 'Thôn 4' }) =>
    store.append('visit-1', revision === 0 ? 'no-stream' : revision - 1, [newEvent(data, { type })]);
  return { store, put, log: createEventLog(store, codec) };
};

const READ = { after: 0, limit: 10 };

describe('the log in events', () => {
  it('answers with every event in the shape it has today, and leaves the stored ones as they are', async () => {
    const { store, put, log } = setUp();
    await put('VisitRecorded', 0);
    const expected = [
      { version: 2, data: { place: 'Thôn 4', people: 1 }, position: 1, stream: 'visit-1', revision: 0 },
    ];
    expect((await log.readAll(READ)).events).toMatchObject(expected);
    expect(await log.readStream('visit-1', { from: 0, limit: 10 })).toMatchObject(expected);
    expect((await store.readAll(READ)).events).toMatchObject([{ version: 1, data: { place: 'Thôn 4' } }]);
  });

  it('writes in the version of today', async () => {
    const { store, log } = setUp();
    const { id, meta } = newEvent();
    await log.append('visit-1', 'no-stream', [{ id, type: 'VisitRecorded', data: { place: 'a', people: 2 }, meta }]);
    expect((await store.readAll(READ)).events).toMatchObject([{ id, version: 2, data: { people: 2 }, meta }]);
  });

  it('stops at what it cannot read, and tells its place and type', async () => {
    const { put, log } = setUp();
    await put('VisitRecorded', 0);
    await put('VisitForgotten', 1);
    await expect(log.readAll(READ)).rejects.toThrow(PoisonEventError);
    await expect(log.readStream('visit-1', { from: 0, limit: 10 })).rejects.toThrow(/"VisitForgotten".*2, visit-1/u);
    expect((await log.readAll({ after: 0, limit: 1 })).events).toHaveLength(1);
  });

  it('goes on beside it for those who ask for entries', async () => {
    const { put, log } = setUp();
    await put('VisitForgotten', 0);
    await put('VisitRecorded', 1);
    const { events, upTo } = await log.entries.readAll(READ);
    expect(upTo).toBe(2);
    expect(events.map(isUnreadable)).toEqual([true, false]);
    expect(events[0]).toMatchObject({ type: 'VisitForgotten', position: 1, unreadable: expect.any(PoisonEventError) });
    expect(events[1]).toMatchObject({ data: { people: 1 } });
    expect(await log.entries.readStream('visit-1', { from: 0, limit: 10 })).toEqual(events);
  });

  it('tells by the stream which events are of a category', async () => {
    const log = createEventLog(createMemoryEventStore());
    const { id, meta } = newEvent();
    const data = { cycleId: 'c', reason: 'Đã tổng kết' };
    await log.append('cycle-c', 'no-stream', [{ id, type: 'CycleClosed', data, meta }]);
    const { events } = await log.readAll(READ);
    expect(events.map((event) => [isIn(event, 'report', 'cycle'), isIn(event, 'unit')])).toEqual([[true, false]]);
  });
});
