import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#domain';
import { createCodec, createEventLog, PoisonEventError } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createEngine } from './engine.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { add, answerLost, eventsOf, outOfReach, seeded, tally, tallyCodec, tallyLog } from './testing/tally.ts';

const setUp = (options: Partial<Parameters<typeof createEngine>[0]> = {}) => {
  const store = options.store ?? tallyLog();
  return { store, engine: createEngine({ random: seeded(1), ...options, store }) };
};

describe('running a command', () => {
  it('answers with the revision, the position and the events', async () => {
    const { engine } = setUp();
    const commandId = randomUUID();
    expect(await add(engine, { commandId })).toEqual({
      kind: 'done',
      stream: 'tally-1',
      revision: 0,
      position: 1,
      commandId,
      events: ['Added'],
    });
    expect(await engine.load('tally-1', tally)).toEqual({ state: 1, revision: 0 });
  });

  it('says in the envelope who, when, effective from when, and by which command', async () => {
    const { store, engine } = setUp();
    const commandId = randomUUID();
    await add(engine, { commandId });
    const [event] = await eventsOf(store);
    expect(event?.meta).toMatchObject({
      actor: { personId: 'person-1' },
      recordedAt: '2026-03-02T01:30:00.000Z',
      effectiveOn: '2026-03-02',
      commandId,
      correlationId: commandId,
      commandHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('that is refused changes nothing, and is decided anew when it comes again', async () => {
    const { store, engine } = setUp();
    await add(engine, { by: 5 });
    const commandId = randomUUID();
    expect(await add(engine, { by: 3, limit: 7, commandId })).toEqual({ kind: 'rejected', reason: 'beyond-limit' });
    expect(await eventsOf(store)).toHaveLength(1);
    await add(engine, { by: -1 });
    expect(await add(engine, { by: 3, limit: 7, commandId })).toMatchObject({ kind: 'done', revision: 2 });
  });

  it('that changes nothing answers with the stream as it is', async () => {
    const { engine } = setUp();
    expect(await add(engine, { by: 0 })).toMatchObject({ kind: 'done', revision: -1, position: 0, events: [] });
    await add(engine, { stream: 'tally-other' });
    await add(engine);
    expect(await add(engine, { by: 0 })).toMatchObject({ kind: 'done', revision: 0, position: 2, events: [] });
  });

  it('decides on what other processes wrote, whatever its cache holds', async () => {
    const { store, engine } = setUp();
    await add(engine, { by: 4 });
    await add(setUp({ store }).engine, { by: 4 });
    expect(await add(engine, { by: 1, limit: 8 })).toMatchObject({ reason: 'beyond-limit' });
  });

  it('reads a long stream in pages, and a stream it has dropped from its cache again', async () => {
    const { engine } = setUp({ pageSize: 3, cacheEntries: 1 });
    for (let count = 0; count < 10; count += 1) await add(engine);
    await add(engine, { stream: 'tally-2' });
    expect(await engine.load('tally-1', tally)).toEqual({ state: 10, revision: 9 });
    expect(await add(engine, { limit: 10 })).toMatchObject({ reason: 'beyond-limit' });
  });
});

describe('the revision the caller has seen', () => {
  it('is honoured: whoever acted on an older one is refused', async () => {
    const { engine } = setUp();
    await add(engine);
    await add(engine);
    expect(await add(engine, { seen: 0 })).toEqual({ kind: 'rejected', reason: 'stale' });
    expect(await add(engine, { seen: 1 })).toMatchObject({ revision: 2 });
  });

  it('lets exactly one of 64 callers win each round, in one process and in several', async () => {
    const { store, engine } = setUp();
    const engines = [engine, setUp({ store }).engine, setUp({ store }).engine];
    await add(engine);
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, caller) => add(engines[caller % 3] ?? engine, { seen: round })),
      );
      expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect(answers.filter((answer) => 'reason' in answer && answer.reason === 'stale')).toHaveLength(63);
    }
    expect(await eventsOf(store)).toHaveLength(21);
  });

  it('still answers a repeated command as the first time', async () => {
    const { engine } = setUp();
    await add(engine);
    const commandId = randomUUID();
    const first = await add(engine, { commandId, seen: 0 });
    await add(engine);
    expect(await add(engine, { commandId, seen: 0 })).toEqual(first);
  });
});

describe('64 callers on one stream without a revision', () => {
  it('all succeed, without a hole', async () => {
    const { store, engine } = setUp();
    const answers = await Promise.all(Array.from({ length: 64 }, () => add(engine)));
    expect(new Set(answers.map((answer) => 'revision' in answer && answer.revision)).size).toBe(64);
    expect((await eventsOf(store)).map(({ revision }) => revision)).toEqual([...Array(64).keys()]);
  });

  it('all succeed when each of them is a process of its own', async () => {
    const store = tallyLog();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, seed) => add(createEngine({ store, random: seeded(seed) }))),
    );
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(64);
    expect(await eventsOf(store)).toHaveLength(64);
  });

  it('are told of the conflict when the races are never won', async () => {
    const store = tallyLog();
    const contested = {
      ...store,
      append: async () => ({ kind: 'wrong-revision', actual: 7 }) as const,
    };
    expect(await add(createEngine({ store: contested, raceTries: 2 }))).toEqual({
      kind: 'rejected',
      reason: 'concurrency-conflict',
    });
  });
});

describe('a repeated command', () => {
  it('acts once: each 1 to 5 times, some at the same time, on two processes, with answers cut after the commit', async () => {
    const store = tallyLog();
    const random = seeded(20_260_302);
    let cuts = 0;
    const cutting = answerLost(store, () => random() < 0.3 && (cuts += 1) > 0);
    const engines = [1, 2].map((seed) => createEngine({ store: cutting, random: seeded(seed), storeTries: 2 }));
    const commands = Array.from({ length: 60 }, () => ({ commandId: randomUUID(), stream: `tally-${random() < 0.5}` }));

    const answers = await Promise.all(
      commands.map(async (command) => {
        const times = 1 + Math.floor(random() * 5);
        const calls = Array.from({ length: times }, (_, call) => () => persist(engines[call % 2], command));
        const parallel = await Promise.all(calls.slice(0, 2).map((call) => call()));
        for (const call of calls.slice(2)) parallel.push(await call());
        return parallel;
      }),
    );

    expect(cuts).toBeGreaterThan(0);
    const written = [...(await eventsOf(store, 'tally-true')), ...(await eventsOf(store, 'tally-false'))];
    expect(written.map(({ meta }) => meta.commandId).sort()).toEqual(commands.map(({ commandId }) => commandId).sort());
    for (const same of answers) for (const answer of same) expect(answer).toEqual(same[0]);
  });

  const persist = async (engine: ReturnType<typeof createEngine> | undefined, command: { commandId: string }) => {
    for (;;) {
      try {
        return engine && (await add(engine, command));
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
      }
    }
  };

  it('with another body is refused, on the same stream and on another', async () => {
    const { engine } = setUp();
    const commandId = randomUUID();
    await add(engine, { commandId, by: 1 });
    const refused = { kind: 'rejected', reason: 'idempotency-key-reused' };
    expect(await add(engine, { commandId, by: 2 })).toEqual(refused);
    expect(await add(engine, { commandId, by: 1, stream: 'tally-2' })).toEqual(refused);
    expect(await engine.load('tally-1', tally)).toEqual({ state: 1, revision: 0 });
  });

  it('with another body is refused by another process too, at the same instant', async () => {
    const store = tallyLog();
    for (let round = 0; round < 20; round += 1) {
      const [commandId, stream] = [randomUUID(), `tally-${round}`];
      const bodies = [1, 2];
      const answers = await Promise.all(bodies.map((by) => add(setUp({ store }).engine, { commandId, stream, by })));
      const written = await eventsOf(store, stream);
      const answerTo = (by: number) => (written[0]?.data as unknown as { by: number }).by === by;
      expect(written).toHaveLength(1);
      for (const [index, by] of bodies.entries())
        expect(answers[index]).toMatchObject(answerTo(by) ? { kind: 'done' } : { reason: 'idempotency-key-reused' });
    }
  });

  it('is the same whether its id is written in capitals or not', async () => {
    const { engine } = setUp();
    const commandId = randomUUID();
    const first = await add(engine, { commandId });
    expect(await add(engine, { commandId: commandId.toUpperCase() })).toEqual(first);
  });
});

describe('a log out of reach', () => {
  it('is tried again, then reported; the same command later acts once', async () => {
    let failures = 3;
    const store = tallyLog();
    const engine = createEngine({
      store: outOfReach(store, () => failures-- > 0),
      random: seeded(1),
      storeTries: 2,
    });
    const commandId = randomUUID();
    await expect(add(engine, { commandId })).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await add(engine, { commandId })).toMatchObject({ kind: 'done', revision: 0 });
    expect(await eventsOf(store)).toHaveLength(1);
  });
});

describe('an event the program cannot read', () => {
  it('stops the command loudly instead of being skipped, and is not taken for an outage', async () => {
    const memory = createMemoryEventStore();
    await add(createEngine({ store: createEventLog(memory, tallyCodec) }));
    const stranger = createEngine({ store: createEventLog(memory) });
    await expect(stranger.load('tally-1', tally)).rejects.toBeInstanceOf(PoisonEventError);
  });

  it('in an older shape is lifted to today’s before it is folded', async () => {
    const memory = createMemoryEventStore();
    await add(createEngine({ store: createEventLog(memory, tallyCodec) }), { by: 3 });
    const doubled = createCodec<DomainEvent>({ Added: [(data) => ({ by: (data as { by: number }).by * 2 })] });
    const today = createEngine({ store: createEventLog(memory, doubled) });
    expect(await today.load('tally-1', tally)).toEqual({ state: 6, revision: 0 });
    await add(today, { by: 1 });
    const stored = await memory.readStream('tally-1', { from: 0, limit: 10 });
    expect(stored.map(({ version }) => version)).toEqual([1, 2]);
  });
});
