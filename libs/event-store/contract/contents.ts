import type { NewEvent } from '../event-store.port.ts';
import { MAX_EVENT_BYTES, UnstorableEventError } from '../new-event-check.ts';
import { newEvent, newStream } from './samples.ts';
import { started, type StoreUnderTest } from './store-under-test.ts';

function nested(levels: number): unknown {
  let data: unknown = [];
  for (let level = 0; level < levels; level += 1) data = [data];
  return data;
}

function cycle(): unknown {
  const data: { self?: unknown } = {};
  data.self = data;
  return data;
}

const unstorable: readonly (readonly [string, string, readonly NewEvent[]])[] = [
  ['no event at all', newStream(), []],
  ['a stream without a category', 'registration', [newEvent()]],
  ['a stream name with a space', 'registration-a b', [newEvent()]],
  ['a stream name with a line feed', 'registration-a\nb', [newEvent()]],
  ['an id that is no UUID', newStream(), [newEvent({}, { id: 'one' })]],
  ['an event without data', newStream(), [newEvent({}, { data: undefined })]],
  ['data nested in thousands of levels', newStream(), [newEvent(nested(20_000))]],
  ['data that contains itself', newStream(), [newEvent(cycle())]],
  ['version 0', newStream(), [newEvent({}, { version: 0 })]],
  ['a type with a NUL', newStream(), [newEvent({}, { type: 'Model\u0000' })]],
  [
    'an impossible instant',
    newStream(),
    [newEvent({}, { meta: { ...newEvent().meta, recordedAt: '2026-13-01T00:00:00.000Z' } })],
  ],
];

export function describeContents(start: () => Promise<StoreUnderTest>): void {
  describe('contents', () => {
    const current = started(start);
    const throughTheLog = async (data: unknown) => {
      const stream = newStream();
      const event = newEvent(data);
      expect(await current().store.append(stream, 'no-stream', [event])).toMatchObject({ kind: 'appended' });
      const [stored] = await current().store.readStream(stream, { from: 0, limit: 1 });
      expect(stored).toMatchObject({ id: event.id, type: event.type, version: event.version, meta: event.meta });
      return stored?.data;
    };

    it.each([
      ['Vietnamese text, composed', { name: 'Đổi mới – Nghệ An'.normalize('NFC') }],
      ['Vietnamese text, decomposed', { name: 'Đổi mới – Nghệ An'.normalize('NFD') }],
      ['emoji, quotes, backslashes, line feeds', { text: '🎉 "a" \'b\' \\ \n \r \t \u2028' }],
      ['a NUL and half of a surrogate pair', { text: 'a\u0000b \ud800 c' }],
      ['numbers as they are', { big: 9_007_199_254_740_991, small: 1e-7, negative: -0.5 }],
      ['keys that look dangerous', JSON.parse('{"__proto__": 1, "constructor": 2, "": 3}')],
      ['nested, empty and null', { list: [], none: null, object: {}, deep: [[[[{ a: [] }]]]] }],
    ])('gives back %s', async (_, data: unknown) => {
      expect(await throughTheLog(data)).toEqual(data);
    });

    it('keeps the order of keys', async () => {
      const data = { zebra: 1, apple: 2, mango: 3 };
      expect(JSON.stringify(await throughTheLog(data))).toBe('{"zebra":1,"apple":2,"mango":3}');
    });

    it('takes an event up to the limit, and refuses a larger one clearly and before anything is written', async () => {
      const room = MAX_EVENT_BYTES - JSON.stringify(newEvent().meta).length - '{"text":""}'.length;
      expect(await throughTheLog({ text: 'x'.repeat(room) })).toEqual({ text: 'x'.repeat(room) });
      const head = await current().store.head();
      const tooLarge = current().store.append(newStream(), 'no-stream', [newEvent({ text: 'x'.repeat(room + 1) })]);
      await expect(tooLarge).rejects.toThrow(/takes 262145 bytes, the limit is 262144/);
      expect(await current().store.head()).toBe(head);
    });

    it('takes several large events at once, and refuses clearly what is too much for one append', async () => {
      const large = () => newEvent({ text: 'x'.repeat(240 * 1024) });
      const head = await current().store.head();
      const tooMuch = current().store.append(newStream(), 'no-stream', [large(), large(), large(), large()]);
      await expect(tooMuch).rejects.toThrow(/an append to registration-.* takes \d+ bytes, the limit is 786432/);
      expect(await current().store.head()).toBe(head);
      const stream = newStream();
      await current().store.append(stream, 'no-stream', [large(), large(), large()]);
      expect(await current().store.readStream(stream, { from: 0, limit: 10 })).toHaveLength(3);
    });

    it('measures the limit in bytes of UTF-8, not in characters', async () => {
      const text = 'ệ'.repeat(MAX_EVENT_BYTES / 3);
      await expect(current().store.append(newStream(), 'no-stream', [newEvent({ text })])).rejects.toThrow(/the limit/);
    });

    it.each(unstorable)('refuses %s', async (_, stream, events) => {
      const head = await current().store.head();
      await expect(current().store.append(stream, 'no-stream', events)).rejects.toThrow(UnstorableEventError);
      expect(await current().store.head()).toBe(head);
    });

    it('refuses the same id twice in one append', async () => {
      const event = newEvent();
      const twice = current().store.append(newStream(), 'no-stream', [event, event]);
      await expect(twice).rejects.toThrow(UnstorableEventError);
    });
  });
}
