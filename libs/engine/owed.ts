import type { CommandMeta, Owed, Rejected } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Clock, Done, EngineRejection } from './engine.port.ts';
import { deriveId } from './ids.ts';

/** The envelope of a command that a reaction owes: made of the causing event, so the same each time. */
export const owedMeta = (
  cause: Pick<RecordedEvent, 'id' | 'meta'>,
  { key, actor }: Pick<Owed<string, unknown>, 'key' | 'actor'>,
  clock: Clock,
): CommandMeta => ({
  commandId: deriveId(cause.id, key),
  actor,
  at: clock.now(),
  correlationId: cause.meta.correlationId,
  causationId: cause.id,
});

/** `key` tells the commands of one cause apart; the data may differ when it is made again, the command is the same. */
export const owedBody = ({ type, key }: Owed<string, unknown>) => ({ type, key });

/** A rule's refusal is an answer; a command that could not be run is a failure, and the reaction tries again. */
export function answerOrThrow<Reason extends string>(
  answer: Done | Rejected<Reason | EngineRejection>,
): Done | Rejected<Reason> {
  if (answer.kind === 'done' || !isIncomplete(answer)) return answer as Done | Rejected<Reason>;
  throw new Error(`a command could not be run: ${answer.reason}`);
}

const isIncomplete = ({ reason }: Rejected): boolean =>
  reason === 'concurrency-conflict' || reason === 'idempotency-key-reused';
