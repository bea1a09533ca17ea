import { randomUUID } from 'node:crypto';
import { accept, reject, type AnyEvent, type Command, type Decider, type DomainEvent } from '#domain';
import { createCodec, createEventLog, productCodec, type Codec, type EventLog, type RecordedEvent } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import type { Engine, RunRequest } from '../engine.port.ts';

/** The smallest workflow: counts. Its rule: never beyond the limit. */
type Added = DomainEvent<'Added', { readonly by: number }>;
type Add = Command<'Add', { readonly by: number; readonly limit: number }>;
type Full = 'beyond-limit';

export const tally: Decider<number, Added, Add, Full> = {
  initial: 0,
  evolve: (state, event) => state + event.data.by,
  decide: ({ data }, state) => {
    if (data.by === 0) return accept();
    if (state + data.by > data.limit) return reject('beyond-limit');
    return accept({ type: 'Added', data: { by: data.by } });
  },
};

const own = createCodec<Added>({ Added: [] });
const isOwn = ({ type }: { readonly type: string }): boolean => type === 'Added';

/** The product's events, and the one of this workflow, which goes by as one of them. */
export const tallyCodec: Codec<AnyEvent> = {
  upcasts: productCodec.upcasts,
  encode: (event) => (isOwn(event) ? own.encode(event as unknown as Added) : productCodec.encode(event)),
  decode: (stored) => (isOwn(stored) ? (own.decode(stored) as unknown as RecordedEvent) : productCodec.decode(stored)),
};

/** A log in memory in which this workflow's events can be read beside the product's. */
export const tallyLog = (): EventLog => createEventLog(createMemoryEventStore(), tallyCodec);

export interface AddOptions extends Partial<Pick<RunRequest<number, Added, Add, Full>, 'dryRun'>> {
  /** Refuse when the tally has another revision. */
  readonly seen?: number;
  readonly commandId?: string;
  readonly by?: number;
  readonly limit?: number;
  readonly stream?: string;
}

/** One command as a caller would send it. */
export const add = (
  engine: Engine,
  { stream = 'tally-1', commandId = randomUUID(), by = 1, limit = 1e9, seen, ...rest }: AddOptions = {},
) =>
  engine.run<number, Added, Add, Full | 'stale'>({
    stream,
    decider: tally,
    commandId,
    body: { by, limit },
    ...rest,
    prepare: ({ revision }) => {
      if (seen !== undefined && seen !== revision) return reject('stale');
      const actor = { personId: 'person-1', role: 'UNIT_OFFICER', unitId: 'unit-1' } as const;
      const meta = { commandId, actor, at: '2026-03-02T01:30:00.000Z', correlationId: commandId };
      return { type: 'Add', data: { by, limit }, facts: {}, meta };
    },
  });

/** A store that writes, and then loses the answer, when `cut()` says so. */
export const answerLost = (store: EventLog, cut: () => boolean): EventLog => ({
  ...store,
  async append(...args) {
    const result = await store.append(...args);
    if (cut()) throw new Error('the connection was cut after the commit');
    return result;
  },
});

/** A store that is out of reach when `down()` says so. */
export const outOfReach = (store: EventLog, down: () => boolean): EventLog => ({
  ...store,
  async append(...args) {
    if (down()) throw new Error('connection refused');
    return store.append(...args);
  },
  async readAll(...args) {
    if (down()) throw new Error('connection refused');
    return store.readAll(...args);
  },
  entries: {
    ...store.entries,
    readAll: async (...args) => {
      if (down()) throw new Error('connection refused');
      return store.entries.readAll(...args);
    },
  },
});

/** All events of a stream. */
export const eventsOf = (store: EventLog, stream = 'tally-1'): Promise<readonly RecordedEvent[]> =>
  store.readStream(stream, { from: 0, limit: 10_000 });

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
