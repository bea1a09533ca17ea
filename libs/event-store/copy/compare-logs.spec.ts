import { createHash } from 'node:crypto';
import { newEvent } from '../contract/index.ts';
import type { StoredEvent } from '../event-store.port.ts';
import { compareLogs } from './compare-logs.ts';
import { add, contents, copyOf, logOf, twoLogs, type History } from './testing/logs.ts';

const history: History = Array.from({ length: 10 }, (_, n) => [n % 3, [{ name: 'Đổi mới', n }, null]]);

const changes: readonly (readonly [string, (event: StoredEvent) => Partial<StoredEvent>])[] = [
  ['id', () => ({ id: newEvent().id })],
  ['type', () => ({ type: 'AnotherFact' })],
  ['version', () => ({ version: 2 })],
  ['data', () => ({ data: { name: 'Đổi mới.', n: 4 } })],
  ['data', () => ({ data: { n: 4, name: 'Đổi mới' } })],
  ['data', () => ({ data: { name: 'Đổi mới'.normalize('NFD'), n: 4 } })],
  ['meta', ({ meta }) => ({ meta: { ...meta, effectiveOn: '2026-03-03' } })],
];

describe('two logs that are compared', () => {
  it('are equal when all but their positions is, and have one sum that anybody can work out again', async () => {
    const from = await logOf(history);
    const to = await copyOf(from);
    const lines = (await contents(to)).map(({ stream, revision, id, type, version, data, meta }) =>
      JSON.stringify([stream, revision, id, type, version, data, meta]),
    );
    const sha256 = createHash('sha256')
      .update(lines.map((line) => `${line}\n`).join(''))
      .digest('hex');
    expect(await compareLogs(twoLogs(from, to))).toEqual({ kind: 'equal', events: 20, sha256 });
  });

  it('are equal when both are empty', async () => {
    expect(await compareLogs(twoLogs(await logOf([]), await logOf([])))).toMatchObject({ kind: 'equal', events: 0 });
  });

  it.each(changes)('differ at the first event of which the %s is another', async (field, change) => {
    const from = await logOf(history);
    const changed = (await contents(from))[8]?.id;
    const to = await copyOf(from, Infinity, (event) => (event.id === changed ? { ...event, ...change(event) } : event));
    expect(await compareLogs(twoLogs(from, to))).toMatchObject({
      kind: 'different',
      events: 8,
      difference: { kind: 'differs', nth: 9, from: { id: changed }, fields: [field] },
    });
  });

  it('differ when two events stand in each other’s place', async () => {
    const one = await logOf([]);
    const other = await logOf([]);
    const [first, second] = [newEvent(1), newEvent(2)];
    for (const [stream, event] of [
      ['unit-1', first],
      ['unit-2', second],
    ] as const)
      await add(one, stream, [event]);
    for (const [stream, event] of [
      ['unit-2', second],
      ['unit-1', first],
    ] as const)
      await add(other, stream, [event]);
    const outcome = await compareLogs(twoLogs(one, other));
    expect(outcome).toMatchObject({ difference: { nth: 1, fields: ['stream', 'id', 'data', 'meta'] } });
  });

  it('differ where one of them ends', async () => {
    const from = await logOf(history);
    const shorter = await copyOf(from, 12);
    expect(await compareLogs(twoLogs(from, shorter))).toMatchObject({
      events: 12,
      difference: { kind: 'missing', nth: 13, from: { stream: 'unit-0' } },
    });
    expect(await compareLogs(twoLogs(shorter, from))).toMatchObject({
      events: 12,
      difference: { kind: 'foreign', nth: 13, to: { stream: 'unit-0' } },
    });
  });

  it('are left alone when told to stop', async () => {
    const from = await logOf(history);
    const controller = new AbortController();
    const onProgress = ({ events }: { readonly events: number }) => events === 5 && controller.abort();
    const logs = twoLogs(from, await copyOf(from), { signal: controller.signal, onProgress });
    expect(await compareLogs(logs)).toEqual({ kind: 'stopped', events: 5 });
  });
});
