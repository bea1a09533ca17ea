import { AccessWatch } from './access-watch.ts';
import type { Guarded } from './access.ts';
import type { KnownRequest } from './principal.ts';

const { jest: timers } = import.meta as ImportMeta & { readonly jest: typeof jest };

beforeEach(() => timers.useFakeTimers());
afterEach(() => timers.useRealTimers());

/** A door that lets in whom it knows, and how often it was asked. */
const door = () => {
  const known = new Set<string>();
  const asked: string[] = [];
  const doorkeeper = {
    secretOf: ({ id }: KnownRequest) => ({ sessionId: id }),
    stillAdmits: async (_access: Guarded, { id }: KnownRequest) => {
      asked.push(id);
      return known.has(id);
    },
  };
  const watch = new AccessWatch();
  Object.assign(watch, { doorkeeper });
  const open = (id: string) => {
    known.add(id);
    const over: string[] = [];
    const request = { id, access: { kind: 'signed-in' } } as unknown as KnownRequest;
    const forget = watch.watch(request, () => over.push(id));
    return { over, forget };
  };
  return { known, asked, doorkeeper, open };
};

const seconds = (count: number): Promise<void> => timers.advanceTimersByTimeAsync(count * 1000);

it.each([0, 0.1, 1.4, 1.6, 7])('who may read no longer is cut off within two seconds, after %d s', async (after) => {
  const { known, open } = door();
  const [an, binh] = [open('an'), open('binh')];
  await seconds(after);
  expect(an.over).toEqual([]);
  known.delete('an');
  await seconds(2);
  expect(an.over).not.toEqual([]);
  expect(binh.over).toEqual([]);
});

it('one question is asked for all that somebody has open', async () => {
  const { asked, known, open } = door();
  const both = [open('an'), open('an')];
  known.delete('an');
  await seconds(2);
  expect(asked).toEqual(['an']);
  expect(both.map(({ over }) => over)).toEqual([['an'], ['an']]);
});

it('a question that fails is asked again, and keeps nobody from being cut off', async () => {
  const { known, doorkeeper, open } = door();
  const { stillAdmits } = doorkeeper;
  doorkeeper.stillAdmits = async (...args) => {
    if (args[1].id === 'an') throw new Error('no database');
    return stillAdmits(...args);
  };
  const [an, binh] = [open('an'), open('binh')];
  known.clear();
  await seconds(2);
  expect([an.over.length, binh.over.length]).toEqual([0, 1]);
  doorkeeper.stillAdmits = stillAdmits;
  await seconds(2);
  expect(an.over).not.toEqual([]);
});

it('nobody is asked about once nothing is open', async () => {
  const { asked, open } = door();
  open('an').forget();
  await seconds(10);
  expect(asked).toEqual([]);
});
