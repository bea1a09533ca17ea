import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';

/** Our own timer ran out: the server may have done what it was asked, or not. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(what: string, ms: number) {
    super(`the event store did not answer ${what} within ${ms} ms`);
  }
}

/** The connection was given up under a running call: the client then ends a read as if there were nothing more to read. */
export class ConnectionGivenUpError extends Error {
  override readonly name = 'ConnectionGivenUpError';

  constructor(what: string) {
    super(`the connection was given up during ${what}`);
  }
}

const PASSING: ReadonlySet<ErrorType> = new Set([
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
  ErrorType.UNKNOWN,
]);

/** The same call may well succeed in a moment: a node is gone, the leader has moved, an answer was lost. */
export const isPassing = (error: unknown): boolean => {
  const type = typeOf(error);
  if (isUnknownPlace(error)) return false;
  const isOurs = error instanceof NoAnswerError || error instanceof ConnectionGivenUpError;
  return isOurs || (type !== undefined && PASSING.has(type));
};

/** Nothing came back in time: the connection itself may be dead, although nobody has said so. */
export const isSilence = (error: unknown): boolean =>
  error instanceof NoAnswerError || typeOf(error) === ErrorType.DEADLINE_EXCEEDED;

/** The server cannot read there: it is no place where a record begins. */
export const isUnknownPlace = (error: unknown): boolean =>
  error instanceof Error && typeOf(error) === ErrorType.UNKNOWN && /invalid position/i.test(error.message);

/** Some of the transport's errors reach us before the client has put them into its own words. */
const typeOf = (error: unknown): ErrorType | undefined => {
  const told = error instanceof Error ? convertToCommandError(error) : undefined;
  return told && isCommandError(told) ? told.type : undefined;
};
