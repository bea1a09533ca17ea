import type { Evolution, DomainEvent } from '#domain';
import type { EventLog, Position, RecordedEvent, Revision } from '#event-store';

/** What a command that already ran left in its stream. */
interface RecordedCommand {
  readonly hash: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly events: readonly string[];
}

/** A stream folded up to its revision, with the commands that made it. */
export interface FoldedStream<State> {
  state: State;
  /** -1 when the stream does not exist. */
  revision: Revision;
  readonly commands: Map<string, RecordedCommand>;
}

export interface StreamCache {
  /** The stream as it is now: what is cached, and everything the log holds behind it. */
  refresh<State>(stream: string, decider: Evolution<State, never>): Promise<FoldedStream<State>>;
  forget(stream: string): void;
}

export interface StreamCacheOptions {
  readonly store: Pick<EventLog<DomainEvent>, 'readStream'>;
  /** Streams kept; the one unused for longest goes first. */
  readonly entries: number;
  /** Events read at once. */
  readonly pageSize: number;
}

interface Entry {
  readonly decider: Evolution<unknown, DomainEvent>;
  readonly folded: FoldedStream<unknown>;
}

/** Keeps folded streams, so that a load reads only the tail. Never trusted alone: each use asks the log what is new. */
export function createStreamCache({ store, entries, pageSize }: StreamCacheOptions): StreamCache {
  const cache = new Map<string, Entry>();

  return {
    async refresh<State>(stream: string, decider: Evolution<State, never>) {
      const { folded } = entryOf(stream, decider as unknown as Evolution<unknown, DomainEvent>);
      for (;;) {
        const page = await store.readStream(stream, { from: folded.revision + 1, limit: pageSize });
        for (const event of page) fold(folded, decider as unknown as Evolution<unknown, DomainEvent>, event);
        if (page.length < pageSize) return folded as FoldedStream<State>;
      }
    },
    forget: (stream) => void cache.delete(stream),
  };

  function entryOf(stream: string, decider: Evolution<unknown, DomainEvent>): Entry {
    const known = cache.get(stream);
    const entry =
      known?.decider.evolve === decider.evolve
        ? known
        : { decider, folded: { state: decider.initial, revision: -1, commands: new Map() } };
    cache.delete(stream);
    cache.set(stream, entry);
    if (cache.size > entries) cache.delete(cache.keys().next().value ?? stream);
    return entry;
  }
}

/** Loads of one stream may overlap, so an event that another load has folded already is passed over. */
function fold(
  folded: FoldedStream<unknown>,
  decider: Evolution<unknown, DomainEvent>,
  event: RecordedEvent<DomainEvent>,
): void {
  if (event.revision !== folded.revision + 1) return;
  folded.state = decider.evolve(folded.state, event);
  folded.revision = event.revision;
  const earlier = folded.commands.get(event.meta.commandId);
  folded.commands.set(event.meta.commandId, {
    hash: event.meta.commandHash,
    revision: event.revision,
    position: event.position,
    events: [...(earlier?.events ?? []), event.type],
  });
}
