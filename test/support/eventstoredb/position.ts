import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { invalidPosition } from './errors.ts';
import type { Log } from './log.ts';

/** `TFPos` of the server: the commit position counts first, then the prepare position. */
export interface Position {
  readonly commit: number;
  readonly prepare: number;
}

/** Before the first record. */
export const HEAD: Position = { commit: -1, prepare: -1 };

export const at = (byte: number): Position => ({ commit: byte, prepare: byte });
export const isBefore = (a: Position, b: Position): boolean =>
  a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);
export const later = (a: Position, b: Position): Position => (isBefore(a, b) ? b : a);

/** Where a read or a subscription begins. */
export function askedPosition(options: ReadReq.Options.AllOptions): Position | 'start' | 'end' {
  const position = options.getPosition();
  if (position !== undefined) {
    return { commit: Number(position.getCommitPosition()), prepare: Number(position.getPreparePosition()) };
  }
  return options.hasEnd() ? 'end' : 'start';
}

/**
 * The server reads at the byte that it is given. Where no record begins, it finds rubbish and says so; behind the last
 * record there is nothing to find yet.
 *
 * @throws a status with `INVALID_ARGUMENT`
 */
export function mustBeRecord(log: Log, { commit }: Position): void {
  const record = log.records[log.indexFrom(commit)];
  if (record !== undefined && record.position !== commit) throw invalidPosition();
}
