import type { Command, CommandMeta, Decider, DomainEvent, FollowUp, Rejected } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Clock, Done, Engine, EngineRejection, Loaded } from './engine.port.ts';
import { isRejected } from './decide-once.ts';
import { deriveId } from './ids.ts';

/**
 * Runs a command that follows from an event. Its envelope is made of the event, so it is the same each time, and a
 * repetition does nothing twice: `key` tells the commands of one cause apart; the data may differ when it is made again.
 */
export const runFollowUp = async <
  State,
  Event extends DomainEvent,
  C extends Command<string, unknown, unknown>,
  Reason extends string,
>(
  { engine, clock }: { readonly engine: Engine; readonly clock: Clock },
  cause: Pick<RecordedEvent, 'id' | 'meta'>,
  { stream, key, actor, type, data }: FollowUp<C['type'], C['data']>,
  decider: Decider<State, Event, C, Reason>,
  factsFor: (loaded: Loaded<State>, at: CommandMeta['at']) => Promise<C['facts'] | Rejected<Reason>>,
): Promise<Done | Rejected<Reason>> => {
  const commandId = deriveId(cause.id, key);
  const { correlationId } = cause.meta;
  const meta: CommandMeta = { commandId, actor, at: clock.now(), correlationId, causationId: cause.id };
  const prepare = async (loaded: Loaded<State>): Promise<C | Rejected<Reason>> => {
    const facts = await factsFor(loaded, meta.at);
    return isRejected<Reason>(facts) ? facts : ({ type, data, facts, meta } as unknown as C);
  };
  return answerOrThrow(await engine.run({ stream, commandId, body: { type, key }, decider, prepare }));
};

/** A rule's refusal is an answer; a command that could not be run is a failure, and the reaction tries again. */
export function answerOrThrow<Reason extends string>(
  answer: Done | Rejected<Reason | EngineRejection>,
): Done | Rejected<Reason> {
  if (answer.kind === 'done' || !isIncomplete(answer)) return answer as Done | Rejected<Reason>;
  throw new Error(`a command could not be run: ${answer.reason}`);
}

const isIncomplete = ({ reason }: Rejected): boolean =>
  reason === 'concurrency-conflict' || reason === 'idempotency-key-reused';
