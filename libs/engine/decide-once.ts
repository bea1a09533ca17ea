import {
  localDateOf,
  reject,
  type Command,
  type DomainEvent,
  type Evolution,
  type Outcome,
  type Rejected,
} from '#domain';
import type { AppendResult, EventLog, EventToRecord, RecordedEvent } from '#event-store';
import type { Done, EngineRejection, Loaded, RunRequest } from './engine.port.ts';
import { eventId } from './ids.ts';
import type { FoldedStream, StreamCache } from './stream-cache.ts';

export type AnyCommand = Command<string, unknown, unknown>;

/** What deciding needs of the outside. */
export interface Tools {
  readonly store: EventLog<DomainEvent>;
  readonly cache: StreamCache;
  /** Calls the store again after a failure, and throws `StoreUnavailable` in the end. */
  readonly persist: <T>(call: () => Promise<T>) => Promise<T>;
}

/**
 * One attempt: decides on the stream as it was folded, and appends. `lost-race` when another process was faster; then
 * nothing was written.
 */
export async function decideOnce<State, Event extends DomainEvent, C extends AnyCommand, Reason extends string>(
  tools: Tools,
  request: RunRequest<State, Event, C, Reason>,
  hash: string,
  folded: FoldedStream<State>,
): Promise<Done | Rejected<Reason | EngineRejection> | 'lost-race'> {
  const loaded: Loaded<State> = { state: folded.state, revision: folded.revision };
  const repeated = request.dryRun === true ? undefined : answerAgain(request, hash, folded);
  if (repeated) return repeated;

  const command = await request.prepare(loaded);
  if (isRejected<Reason>(command)) return command;
  const outcome: Outcome<Event, Reason> = request.decider.decide(command, loaded.state);
  if (outcome.kind === 'rejected') return outcome;
  if (request.dryRun === true)
    return done(request, { revision: loaded.revision + outcome.events.length, position: 0 }, outcome.events);
  if (outcome.events.length === 0) return unchanged(tools, request, loaded);

  const events = outcome.events.map((event, index) => ({
    ...{ type: event.type, data: event.data },
    ...envelope(request.commandId, command, hash, event, index),
  }));
  const expected = loaded.revision < 0 ? 'no-stream' : loaded.revision;
  const result = await tools.persist(() => tools.store.append(request.stream, expected, events));
  return settle(tools, request, hash, events, result);
}

async function settle<State, Event extends DomainEvent>(
  { cache, persist }: Tools,
  request: {
    readonly stream: string;
    readonly commandId: string;
    readonly decider: Evolution<State, Event>;
  },
  hash: string,
  events: readonly Pick<RecordedEvent<DomainEvent>, 'type'>[],
  result: AppendResult,
): Promise<Done | Rejected<EngineRejection> | 'lost-race'> {
  switch (result.kind) {
    case 'appended':
      return result.repeated ? asRecorded() : done(request, result, events);
    case 'wrong-revision':
      return 'lost-race';
    case 'id-reused':
      return asRecorded();
  }

  /** The command id was written meanwhile, by another process or before an answer was lost: the log says with what. */
  async function asRecorded(): Promise<Done | Rejected<EngineRejection>> {
    const now = await persist(() => cache.refresh(request.stream, request.decider));
    return answerAgain(request, hash, now) ?? reject('idempotency-key-reused');
  }
}

/** An accepted command that changes nothing: answers with the stream as it is. */
async function unchanged(
  { store, persist }: Tools,
  request: { readonly stream: string; readonly commandId: string },
  { revision }: Loaded<unknown>,
): Promise<Done> {
  const last = await persist(() => store.readStream(request.stream, { from: Math.max(revision, 0), limit: 1 }));
  return done(request, { revision, position: last[0]?.position ?? 0 }, []);
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
  events: readonly Pick<DomainEvent, 'type'>[],
): Done => ({
  kind: 'done',
  stream: request.stream,
  revision: at.revision,
  position: at.position,
  commandId: request.commandId,
  events: events.map((event) => event.type),
});

/** A refusal in the place of what was asked for. */
export const isRejected = <Reason extends string>(value: unknown): value is Rejected<Reason> =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'rejected';

function envelope(
  commandId: string,
  command: AnyCommand,
  hash: string,
  event: DomainEvent,
  index: number,
): Pick<EventToRecord<DomainEvent>, 'id' | 'meta'> {
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
