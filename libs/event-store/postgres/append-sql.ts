import type { AppendResult, ExpectedRevision } from '../event-store.port.ts';
import type { SerializedEvent } from '../new-event-check.ts';
import type { Batchable } from '#postgres';

/** One append on its way into a batch. */
export interface PendingAppend extends Batchable {
  readonly stream: string;
  /** -1 for a stream that must not exist. */
  readonly expected: number;
  readonly events: readonly SerializedEvent[];
}

export interface AppendRow {
  readonly verdict: 'n' | 'a' | 'c' | 'u';
  readonly last_revision: number;
  readonly last_position: string | null;
  readonly actual_revision: number;
}

export function pendingAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly SerializedEvent[],
): PendingAppend {
  const bytes = events.reduce((sum, event) => sum + event.bytes, 0);
  const keys = [stream, ...events.map((event) => event.id)];
  return { stream, expected: expected === 'no-stream' ? -1 : expected, events, keys, bytes };
}

/** The prepared call of `kheo_log.append`: each parameter is one column of the batch, joined by line feeds. */
export function appendQuery(batch: readonly PendingAppend[]) {
  const rows = batch.flatMap(({ events }, owner) => events.map((event, index) => ({ owner, index, event })));
  const column = <Row>(of: readonly Row[], value: (row: Row) => string | number): string => of.map(value).join('\n');
  return {
    name: 'kheo-append',
    text: `SELECT verdict, last_revision, last_position, actual_revision
      FROM kheo_log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      column(batch, (append) => append.stream),
      column(batch, (append) => append.expected),
      column(rows, (row) => row.owner + 1),
      column(rows, (row) => row.index + 1),
      column(rows, (row) => row.event.id),
      column(rows, (row) => row.event.type),
      column(rows, (row) => row.event.version),
      column(rows, (row) => row.event.data),
      column(rows, (row) => row.event.meta),
      column(rows, (row) => row.event.recordedAt),
    ],
  };
}

/** What the row says in the words of the port. */
export function toResult(row: AppendRow): AppendResult {
  switch (row.verdict) {
    case 'n':
    case 'a':
      return {
        kind: 'appended',
        revision: row.last_revision,
        position: Number(row.last_position),
        repeated: row.verdict === 'a',
      };
    case 'c':
      return { kind: 'wrong-revision', actual: row.actual_revision < 0 ? 'no-stream' : row.actual_revision };
    case 'u':
      return { kind: 'id-reused' };
  }
}
