import type { Expected } from './idempotency.ts';
import { block, text, uint } from './wire.ts';

/** The results of `BatchAppendResp`: a success, or a `google.rpc.Status` that carries its cause as an `Any`. */
export function success(revision: number, position: number): Buffer {
  const current = revision < 0 ? block(2) : uint(1, revision);
  return block(3, current, block(3, uint(1, position), uint(2, position)));
}

export function wrongExpectedVersion(current: number, expected: Expected): Buffer {
  const expectation =
    typeof expected === 'number' ? uint(3, expected) : block({ any: 4, stream_exists: 5, no_stream: 6 }[expected]);
  return failure(ALREADY_EXISTS, 'WrongExpectedVersion', current < 0 ? block(2) : uint(1, current), expectation);
}

export const timeout = (): Buffer => failure(DEADLINE_EXCEEDED, 'Timeout');
export const accessDeniedStatus = (): Buffer => failure(PERMISSION_DENIED, 'AccessDenied');
export const tooLarge = (bytes: number): Buffer =>
  failure(INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', uint(1, bytes));
export const badRequest = (why: string): Buffer => failure(INVALID_ARGUMENT, 'BadRequest', text(1, why));

const INVALID_ARGUMENT = 3;
const DEADLINE_EXCEEDED = 4;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;

function failure(code: number, name: string, ...fields: readonly Buffer[]): Buffer {
  const cause = block(3, text(1, `type.googleapis.com/event_store.client.${name}`), block(2, ...fields));
  return block(2, uint(1, code), text(2, name), cause);
}
