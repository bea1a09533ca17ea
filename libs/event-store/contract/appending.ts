import type { AppendResult, NewEvent } from '../event-store.port.ts';
import { newEvent, newStream } from './samples.ts';
import { started, type StoreUnderTest } from './store-under-test.ts';

export function describeAppending(start: () => Promise<StoreUnderTest>): void {
  describe('appending', () => {
    const current = started(start);
    const append = (stream: string, expected: number | 'no-stream', ...events: NewEvent[]): Promise<AppendResult> =>
      current().store.append(stream, expected, events);
    const storedIds = async (stream: string) =>
      (await current().store.readStream(stream, { from: 0, limit: 1000 })).map((event) => event.id);

    it('numbers the events of a stream from 0 and the log upwards', async () => {
      const stream = newStream();
      const first = await append(stream, 'no-stream', newEvent(), newEvent());
      const second = await append(stream, 1, newEvent());
      expect(first).toMatchObject({ kind: 'appended', revision: 1 });
      expect(second).toMatchObject({ kind: 'appended', revision: 2 });
      if (first.kind !== 'appended' || second.kind !== 'appended') throw new Error('not appended');
      expect(first.position).toBeGreaterThan(0);
      expect(second.position).toBeGreaterThan(first.position);
    });

    it('answers with the place at which the last of the events is read again', async () => {
      const stream = newStream();
      const after = await current().store.head();
      const answer = await append(stream, 'no-stream', newEvent(), newEvent(), newEvent());
      const own = await current().store.readStream(stream, { from: 0, limit: 10 });
      const { events } = await current().store.readAll({ after, limit: 10 });
      expect(events).toEqual(own);
      expect(answer).toMatchObject({ revision: own.at(-1)?.revision, position: own.at(-1)?.position });
      expect(await current().store.head()).toBe(own.at(-1)?.position);
    });

    it('writes nothing when the stream is further than the caller believes', async () => {
      const stream = newStream();
      const before = newEvent();
      await append(stream, 'no-stream', before);
      expect(await append(stream, 'no-stream', newEvent())).toEqual({ kind: 'wrong-revision', actual: 0 });
      expect(await append(stream, 5, newEvent())).toEqual({ kind: 'wrong-revision', actual: 0 });
      expect(await storedIds(stream)).toEqual([before.id]);
    });

    it('says that a stream does not exist when the caller believes it does', async () => {
      expect(await append(newStream(), 0, newEvent())).toEqual({ kind: 'wrong-revision', actual: 'no-stream' });
    });

    it('answers a repeated append with the place of the first, also when others have written since', async () => {
      const stream = newStream();
      const events = [newEvent(), newEvent()];
      const first = await append(stream, 'no-stream', ...events);
      await append(stream, 1, newEvent());
      expect(first).toMatchObject({ kind: 'appended', repeated: false });
      expect(await append(stream, 'no-stream', ...events)).toEqual({ ...first, repeated: true });
      expect(await storedIds(stream)).toHaveLength(3);
    });

    it('answers the same append sent many times at once with one answer, and stores it once', async () => {
      const stream = newStream();
      const events = [newEvent(), newEvent()];
      const answers = await Promise.all(Array.from({ length: 8 }, () => append(stream, 'no-stream', ...events)));
      const [first, ...repeats] = answers.sort(firstWrittenFirst);
      expect(first).toMatchObject({ kind: 'appended', repeated: false });
      expect(repeats).toEqual(repeats.map(() => ({ ...first, repeated: true })));
      expect(await storedIds(stream)).toEqual(events.map((event) => event.id));
    });

    it('keeps what was said first under an id, and tells whoever says something else that it is repeated', async () => {
      const stream = newStream();
      const first = newEvent({ note: 'đầu tiên' });
      await append(stream, 'no-stream', first);
      const other = { ...newEvent({ note: 'khác' }), id: first.id };
      expect(await append(stream, 'no-stream', other)).toMatchObject({ kind: 'appended', repeated: true });
      const stored = await current().store.readStream(stream, { from: 0, limit: 10 });
      expect(stored.map(({ data }) => data)).toEqual([first.data]);
    });

    it('of many commands that use one id at once tells one that it was stored, and keeps what that one said', async () => {
      const [stream, { id, meta }] = [newStream(), newEvent()];
      const hashes = Array.from({ length: 8 }, (_, command) => String(command).repeat(64));
      const answers = await Promise.all(
        hashes.map((commandHash) => append(stream, 'no-stream', { ...newEvent(), id, meta: { ...meta, commandHash } })),
      );
      const winners = hashes.filter((_, command) => isFirst(answers[command]));
      const stored = await current().store.readStream(stream, { from: 0, limit: 10 });
      expect(stored.map((event) => event.meta.commandHash)).toEqual(winners);
    });

    it('refuses an event id that another stream uses', async () => {
      const event = newEvent();
      await append(newStream(), 'no-stream', event);
      const other = newStream();
      expect(await append(other, 'no-stream', event)).toEqual({ kind: 'id-reused' });
      expect(await storedIds(other)).toEqual([]);
    });

    it('refuses an event id that stands at another place of the stream', async () => {
      const stream = newStream();
      const event = newEvent();
      await append(stream, 'no-stream', event);
      expect(await append(stream, 0, event)).toEqual({ kind: 'id-reused' });
      expect(await storedIds(stream)).toEqual([event.id]);
    });

    it('refuses a batch of which only a part is stored already', async () => {
      const stream = newStream();
      const stored = newEvent();
      await append(stream, 'no-stream', stored);
      expect(await append(stream, 'no-stream', stored, newEvent())).toEqual({ kind: 'id-reused' });
      expect(await storedIds(stream)).toEqual([stored.id]);
    });

    it('lets one of many win a revision, and tells the others where the stream is', async () => {
      const stream = newStream();
      const answers = await Promise.all(Array.from({ length: 16 }, () => append(stream, 'no-stream', newEvent())));
      expect(answers.filter((answer) => answer.kind === 'appended')).toHaveLength(1);
      expect(answers.filter((answer) => answer.kind === 'wrong-revision' && answer.actual === 0)).toHaveLength(15);
    });

    it('does not let one conflict fail the appends beside it', async () => {
      const taken = newStream();
      await append(taken, 'no-stream', newEvent());
      const [conflict, ...others] = await Promise.all([
        append(taken, 'no-stream', newEvent()),
        ...Array.from({ length: 20 }, () => append(newStream(), 'no-stream', newEvent())),
      ]);
      expect(conflict).toEqual({ kind: 'wrong-revision', actual: 0 });
      expect(others.every((answer) => answer.kind === 'appended')).toBe(true);
    });
  });
}

const firstWrittenFirst = (left: AppendResult, right: AppendResult): number =>
  Number(isRepeat(left)) - Number(isRepeat(right));

const isFirst = (answer: AppendResult | undefined): boolean => answer?.kind === 'appended' && !answer.repeated;

const isRepeat = (answer: AppendResult): boolean => answer.kind === 'appended' && answer.repeated;
