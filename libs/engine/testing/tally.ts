import { randomUUID } from 'node:crypto';
import { accept, reject, type Command, type Decider, type DomainEvent, type Outcome } from '#domain';
import { createCodec, productCodec, type EventStore, type StoredEvent } from '#event-store';
import type { EventCodec } from '../catalogue.ts';
import type { Engine, RunRequest } from '../engine.port.ts';

/** The smallest workflow: counts. Its rule: never beyond the limit. */
type Added = DomainEvent<'Added', { readonly by: number }>;
type Add = Command<'Add', { readonly by: number; readonly limit: number }>;
type Full = 'beyond-limit';

export const tally: Decider<number, Added> = {
  initial: 0,
  evolve: (state, event) => state + event.data.by,
};

const own: EventCodec = createCodec<DomainEvent>({ Added: [] });
const product = productCodec as unknown as EventCodec;
const codecOf = (type: string): EventCodec => (type === 'Added' ? own : product);

/** The product's events, and the one of this workflow. */
export const tallyCodec: EventCodec = {
  encode: (event) => codecOf(event.type).encode(event),
  decode: (stored) => codecOf(stored.type).decode(stored),
};

const decide = ({ data }: Add, state: number): Outcome<Added, Full> => {
  if (data.by === 0) return accept();
  if (state + data.by > data.limit) return reject('beyond-limit');
  return accept({ type: 'Added', data: { by: data.by } });
};

export interface AddOptions extends Partial<Pick<RunRequest<number, Added, Add, Full>, 'expectedRevision'>> {
  readonly commandId?: string;
  readonly by?: number;
  readonly limit?: number;
  readonly stream?: string;
}

/** One command as a caller would send it. */
export const add = (
  engine: Engine,
  { stream = 'tally-1', commandId = randomUUID(), by = 1, limit = 1e9, ...rest }: AddOptions = {},
) =>
  engine.run<number, Added, Add, Full>({
    stream,
    decider: tally,
    commandId,
    body: { by, limit },
    ...rest,
    prepare: () => ({
      type: 'Add',
      data: { by, limit },
      facts: {},
      meta: {
        commandId,
        actor: { personId: 'person-1', role: 'UNIT_OFFICER', unitId: 'unit-1' },
        at: '2026-03-02T01:30:00.000Z',
        correlationId: commandId,
      },
    }),
    decide,
  });

/** A store that writes, and then loses the answer, when `cut()` says so. */
export const answerLost = (store: EventStore, cut: () => boolean): EventStore => ({
  ...bound(store),
  async append(...args) {
    const result = await store.append(...args);
    if (cut()) throw new Error('the connection was cut after the commit');
    return result;
  },
});

/** A store that is out of reach when `down()` says so. */
export const outOfReach = (store: EventStore, down: () => boolean): EventStore => ({
  ...bound(store),
  async append(...args) {
    if (down()) throw new Error('connection refused');
    return store.append(...args);
  },
  async readAll(...args) {
    if (down()) throw new Error('connection refused');
    return store.readAll(...args);
  },
});

/** All events of a stream. */
export const eventsOf = (store: EventStore, stream = 'tally-1'): Promise<StoredEvent[]> =>
  store.readStream(stream, { from: 0, limit: 10_000 });

export const bound = (store: EventStore): EventStore => ({
  append: (...args) => store.append(...args),
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  head: () => store.head(),
  waitPast: (...args) => store.waitPast(...args),
  close: () => store.close(),
});

/** Numbers in [0, 1) that can be replayed from a seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
