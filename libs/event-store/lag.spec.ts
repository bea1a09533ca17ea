import { newEvent, newStream, withSparsePositions } from './contract/index.ts';
import { createEventLog } from './event-log.ts';
import { lagBehind } from './lag.ts';
import { createMemoryEventStore } from './memory/index.ts';

const NOW = '2026-03-02T01:30:40.000Z'; // the samples were recorded 40 seconds before

describe('the lag of a checkpoint', () => {
  it('is told in events and seconds, whatever the distance of positions', async () => {
    const store = withSparsePositions(createMemoryEventStore());
    await store.append(newStream('unit'), 'no-stream', [newEvent()]);
    const position = await store.head();
    await store.append(newStream('unit'), 'no-stream', [newEvent(), newEvent()]);
    await store.append(newStream('cycle'), 'no-stream', [newEvent()]);
    expect(await lagBehind(createEventLog(store), { position }, NOW)).toEqual({ events: 3, more: false, seconds: 40 });
    const ofCycles = { position, categories: ['cycle'] };
    expect(await lagBehind(createEventLog(store), ofCycles, NOW)).toEqual({ events: 1, more: false, seconds: 40 });
  });

  it('is nothing at the head, also when only others have written', async () => {
    const store = createMemoryEventStore();
    await store.append(newStream('unit'), 'no-stream', [newEvent()]);
    const nothing = { events: 0, more: false, seconds: 0 };
    expect(await lagBehind(createEventLog(store), { position: 1 }, NOW)).toEqual(nothing);
    expect(await lagBehind(createEventLog(store), { position: 0, categories: ['cycle'] }, NOW)).toEqual(nothing);
  });

  it('is counted to a few hundred and no further', async () => {
    const store = createMemoryEventStore();
    await store.append(
      newStream(),
      'no-stream',
      Array.from({ length: 600 }, () => newEvent()),
    );
    expect(await lagBehind(createEventLog(store), { position: 0 }, NOW)).toEqual({
      events: 500,
      more: true,
      seconds: 40,
    });
    expect(await lagBehind(createEventLog(store), { position: 101 }, NOW)).toMatchObject({ events: 499, more: false });
  });
});
