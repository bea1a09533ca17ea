import { reject, type DomainEvent, type Rejected } from '#domain';
import { pause, type Backoff, type EventLog } from '#event-store';
import { commandHash } from './command-hash.ts';
import { decideOnce, type AnyCommand, type Tools } from './decide-once.ts';
import type { Done, Engine, EngineRejection, RunRequest } from './engine.port.ts';
import { persistently } from './store-unavailable.ts';
import { createStreamCache } from './stream-cache.ts';
import { createKeyedQueue } from './keyed-queue.ts';

export interface EngineOptions {
  readonly store: EventLog<DomainEvent>;
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

/**
 * Runs commands against streams. Commands on one stream take turns inside this process, so callers win in the order
 * they came; a race with another process is decided again. A command id that is in the stream answers as the first
 * time and decides nothing. A refused command recorded nothing: repeated, it is decided anew.
 *
 * Throws {@link StoreUnavailable} when the log stays out of reach; whatever `prepare` or `decide` throw passes through.
 */
export function createEngine(options: EngineOptions): Engine {
  const { store, cacheEntries = 10_000, pageSize = 500, raceTries = 100, storeTries = 5 } = options;
  const backoff: Backoff = { firstMs: 10, maxMs: 200, random: options.random ?? Math.random };
  const cache = createStreamCache({ store, entries: cacheEntries, pageSize });
  const queue = createKeyedQueue();
  const persist: Tools['persist'] = (call) => persistently(call, storeTries, backoff);
  const tools: Tools = { store, cache, persist };

  return {
    async load(stream, decider) {
      const { state, revision } = await tools.persist(() => cache.refresh(stream, decider));
      return { state, revision };
    },
    run: (request) => {
      const commandId = request.commandId.toLowerCase(); // One UUID may be written in two ways.
      const run = () => decideAgain({ ...request, commandId });
      return request.dryRun === true ? run() : queue.run(request.stream, run);
    },
  };

  async function decideAgain<State, Event extends DomainEvent, C extends AnyCommand, Reason extends string>(
    request: RunRequest<State, Event, C, Reason>,
  ): Promise<Done | Rejected<Reason | EngineRejection>> {
    const hash = commandHash(request.body);
    for (let attempt = 0; attempt < raceTries; attempt += 1) {
      const folded = await tools.persist(() => cache.refresh(request.stream, request.decider));
      const answer = await decideOnce(tools, request, hash, folded);
      if (answer !== 'lost-race') return answer;
      await pause(backoff, Math.min(attempt, 4));
    }
    return reject('concurrency-conflict');
  }
}
