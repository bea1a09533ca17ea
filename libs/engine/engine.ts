import { localDateOf, reject, type Command, type DomainEvent, type Outcome, type Rejected } from '#domain';
import type { AppendResult, EventStore, NewEvent, StoredEvent } from '#event-store';
import { pause, type Backoff } from './backoff.ts';
import { catalogue, type EventCodec } from './catalogue.ts';
import { commandHash } from './command-hash.ts';
import type { Done, Engine, EngineRejection, Loaded, RunRequest } from './engine.port.ts';
import { eventId } from './ids.ts';
import { persistently } from './store-unavailable.ts';
import { createStreamCache, type FoldedStream } from './stream-cache.ts';
import { createTurns } from './turns.ts';

export interface EngineOptions {
  readonly store: EventStore;
  /** How events are stored; that of the product's catalogue unless told. */
  readonly codec?: EventCodec;
  /** Streams kept folded in memory; 10,000 unless told. */
  readonly cacheEntries?: number;
  /** Events read at once; 500 unless told. */
  readonly pageSize?: number;
  /** How often a race lost to another process is decided again before `concurrency-conflict`; 100 unless told. */
  readonly raceTries?: number;
  /** How often the store is called before {@link StoreUnavailable}; 5 unless told. */
  readonly storeTries?: number;
  /** In [0, 1): spreads repetitions. */
  readonly random?: () => number;
}

type AnyCommand = Command<string, unknown, unknown>;

/**
 * Runs commands against streams. Commands on one stream take turns inside this process, so callers win in the order
 * they came; a race with another process is decided again. A command id that is in the stream answers as the first
 * time and decides nothing. A refused command recorded nothing: repeated, it is decided anew.
 *
 * Throws {@link StoreUnavailable} when the log stays out of reach; whatever `prepare` or `decide` throw passes through.
 */
export function createEngine(options: EngineOptions): Engine {
  const { store, codec = catalogue, cacheEntries = 10_000, pageSize = 500, raceTries = 100, storeTries = 5 } = options;
  const backoff: Backoff = { firstMs: 10, maxMs: 200, random: options.random ?? Math.random };
  const cache = createStreamCache({ store, codec, entries: cacheEntries, pageSize });
  const turns = createTurns();

  return {
    async load(stream, decider) {
      const { state, revision } = await persistently(() => cache.refresh(stream, decider), storeTries, backoff);
      return { state, revision };
    },
    run: (request) => {
      const commandId = request.commandId.toLowerCase(); // One UUID may be written in two ways.
      return turns.run(request.stream, () => runInTurn({ ...request, commandId }));
    },
  };

  async function runInTurn<State, Event extends DomainEvent, C extends AnyCommand, Reason extends string>(
    request: RunRequest<State, Event, C, Reason>,
  ): Promise<Done | Rejected<Reason | EngineRejection>> {
    const hash = commandHash(request.body);
    for (let attempt = 0; attempt < raceTries; attempt += 1) {
      const folded = await persistently(() => cache.refresh(request.stream, request.decider), storeTries, backoff);
      const answer = await decideOnce(request, hash, folded);
      if (answer !== 'lost-race') return answer;
      await pause(backoff, Math.min(attempt, 4));
    }
    return reject('concurrency-conflict');
  }

  async function decideOnce<State, Event extends DomainEvent, C extends AnyCommand, Reason extends string>(
    request: RunRequest<State, Event, C, Reason>,
    hash: string,
    folded: FoldedStream<State>,
  ): Promise<Done | Rejected<Reason | EngineRejection> | 'lost-race'> {
    const loaded: Loaded<State> = { state: folded.state, revision: folded.revision };
    const repeated = answerAgain(request, hash, folded);
    if (repeated) return repeated;
    if (request.expectedRevision !== undefined && request.expectedRevision !== loaded.revision)
      return reject('stale-revision');

    const command = await request.prepare(loaded);
    if (isRejected(command)) return command;
    const outcome: Outcome<Event, Reason> = request.decide(command, loaded.state);
    if (outcome.kind === 'rejected') return outcome;
    if (outcome.events.length === 0) return unchanged(request, loaded);

    const events = outcome.events.map((event, index) => ({
      ...codec.encode(event),
      ...envelope(request.commandId, command, hash, event, index),
    }));
    const result = await appendPersistently(request.stream, loaded, events);
    return settle(request, hash, events, result);
  }

  async function appendPersistently(stream: string, loaded: Loaded<unknown>, events: NewEvent[]) {
    const expected = loaded.revision < 0 ? 'no-stream' : loaded.revision;
    return persistently(() => store.append(stream, expected, events), storeTries, backoff);
  }

  async function settle<State, Event extends DomainEvent, C extends AnyCommand, Reason extends string>(
    request: RunRequest<State, Event, C, Reason>,
    hash: string,
    events: readonly NewEvent[],
    result: AppendResult,
  ): Promise<Done | Rejected<EngineRejection> | 'lost-race'> {
    switch (result.kind) {
      case 'appended':
        return done(request, result, events);
      case 'wrong-revision':
        return 'lost-race';
      case 'id-reused': {
        // The same command may have been written meanwhile by another process, decided on another state.
        const now = await persistently(() => cache.refresh(request.stream, request.decider), storeTries, backoff);
        return answerAgain(request, hash, now) ?? reject('idempotency-key-reused');
      }
    }
  }

  /** An accepted command that changes nothing: answers with the stream as it is. */
  async function unchanged(request: { stream: string; commandId: string }, loaded: Loaded<unknown>): Promise<Done> {
    const last = await persistently(
      () => store.readStream(request.stream, { from: Math.max(loaded.revision, 0), limit: 1 }),
      storeTries,
      backoff,
    );
    return done(request, { revision: loaded.revision, position: last[0]?.position ?? 0 }, []);
  }
}

function answerAgain(
  request: { readonly stream: string; readonly commandId: string },
  hash: string,
  folded: FoldedStream<unknown>,
): Done | Rejected<EngineRejection> | undefined {
  const recorded = folded.commands.get(request.commandId);
  if (!recorded) return undefined;
  if (recorded.hash !== hash) return reject('idempotency-key-reused');
  const { revision, position, events } = recorded;
  return { kind: 'done', stream: request.stream, revision, position, commandId: request.commandId, events };
}

const done = (
  request: { readonly stream: string; readonly commandId: string },
  at: { readonly revision: number; readonly position: number },
  events: readonly Pick<StoredEvent, 'type'>[],
): Done => ({
  kind: 'done',
  stream: request.stream,
  revision: at.revision,
  position: at.position,
  commandId: request.commandId,
  events: events.map((event) => event.type),
});

const isRejected = <Reason extends string>(prepared: AnyCommand | Rejected<Reason>): prepared is Rejected<Reason> =>
  'kind' in prepared && prepared.kind === 'rejected';

function envelope(
  commandId: string,
  command: AnyCommand,
  hash: string,
  event: DomainEvent,
  index: number,
): Pick<NewEvent, 'id' | 'meta'> {
  const { actor, at, correlationId, causationId } = command.meta;
  return {
    id: eventId(commandId, index),
    meta: {
      actor,
      recordedAt: at,
      effectiveOn: event.effectiveOn ?? localDateOf(at),
      commandId,
      correlationId,
      ...(causationId === undefined ? {} : { causationId }),
      commandHash: hash,
    },
  };
}
