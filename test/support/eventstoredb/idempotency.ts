import type { LogRecord } from './record.ts';

/** What the writer expects the stream to be. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

/** The writer's view of the log: what is written, be it flushed or not. */
export interface WriterIndex {
  /** The revision of the last event, -1 when there is none. */
  lastRevision(stream: string): number;
  at(stream: string, revision: number): LogRecord | undefined;
  /**
   * The last event with this id that was written since the server started. Ids are not unique in the log: the same id
   * in another stream hides the earlier one, as it does in the server's cache of committed events.
   */
  writtenWith(id: string): LogRecord | undefined;
}

export type Decision =
  | { readonly kind: 'write' }
  /** The same append is in the log already; `last` is its last event. */
  | { readonly kind: 'idempotent'; readonly last: LogRecord }
  | { readonly kind: 'wrong-expected-version' };

const WRITE: Decision = { kind: 'write' };
const WRONG: Decision = { kind: 'wrong-expected-version' };

/**
 * `IndexWriter.CheckCommit` of the server, for streams that are never deleted. An append of which a part is in the log
 * and the rest is different is `CorruptedIdempotency` there, and `StorageWriterService` answers it as a wrong expected
 * version; so does this one.
 */
export function checkAppend(index: WriterIndex, stream: string, expected: Expected, ids: readonly string[]): Decision {
  const current = index.lastRevision(stream);
  if (expected === 'any') return findAnywhere(index, stream, ids);
  if (expected === 'stream_exists') return current < 0 ? WRONG : findAnywhere(index, stream, ids);
  const revision = expected === 'no_stream' ? -1 : expected;
  if (revision > current) return WRONG;
  if (revision === current) return WRITE;
  return findBehind(index, stream, revision, ids);
}

function findAnywhere(index: WriterIndex, stream: string, ids: readonly string[]): Decision {
  let last: LogRecord | undefined;
  for (const id of ids) {
    const found = index.writtenWith(id);
    if (found?.stream !== stream) return last === undefined ? WRITE : WRONG;
    last = found;
  }
  return last === undefined ? WRITE : { kind: 'idempotent', last };
}

function findBehind(index: WriterIndex, stream: string, revision: number, ids: readonly string[]): Decision {
  let last: LogRecord | undefined;
  for (const [at, id] of ids.entries()) {
    const found = index.at(stream, revision + 1 + at);
    if (found?.id !== id) return WRONG;
    last = found;
  }
  return last === undefined ? WRONG : { kind: 'idempotent', last };
}
