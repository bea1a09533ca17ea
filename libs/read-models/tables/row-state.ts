import type { StoredEvent } from '#event-store';
import type { WriteTransaction } from '../projection.port.ts';
import type { TableSpec } from './table.ts';
import { loadRows, upsertRows } from './write.ts';

export type RowKey = readonly (string | number)[];

/** How events move the rows of one table. Pure: what it may know of the past is the row. */
export interface RowState<Row extends object> {
  readonly table: TableSpec<Row>;
  /** Keys of the rows an event changes; none when it is of no interest. */
  readonly keysOf: (event: StoredEvent) => readonly RowKey[];
  /** The row after the event; undefined when there is still nothing to keep. */
  readonly evolve: (row: Row | undefined, event: StoredEvent, key: RowKey) => Row | undefined;
}

/** One move of one row. */
export interface RowStep<Row> {
  readonly event: StoredEvent;
  readonly before: Row | undefined;
  readonly after: Row;
}

const textOf = (key: RowKey): string => (key.length === 1 ? String(key[0]) : JSON.stringify(key));

/** Runs a batch over the rows it touches, given those that exist. Answers every move, in log order. */
export const moveRows = <Row extends object>(
  state: RowState<Row>,
  events: readonly StoredEvent[],
  existing: readonly Row[],
): { readonly rows: Row[]; readonly steps: RowStep<Row>[] } => {
  const known = new Map(existing.map((row) => [textOf(keyOfRow(state.table, row)), row]));
  const changed = new Map<string, Row>();
  const steps: RowStep<Row>[] = [];
  for (const event of events) {
    for (const key of state.keysOf(event)) {
      const text = textOf(key);
      const before = changed.get(text) ?? known.get(text);
      const after = state.evolve(before, event, key);
      if (after === undefined || after === before) continue;
      changed.set(text, after);
      steps.push({ event, before, after });
    }
  }
  return { rows: [...changed.values()], steps };
};

/**
 * Applies a batch to a table of row states: one select for the rows it touches, one upsert for those that changed.
 * Answers every move, for tables that keep the history.
 */
export const applyRowState = async <Row extends object>(
  state: RowState<Row>,
  events: readonly StoredEvent[],
  tx: WriteTransaction,
): Promise<RowStep<Row>[]> => {
  const keys = distinctKeys(state, events);
  if (keys.length === 0) return [];
  const { rows, steps } = moveRows(state, events, await loadRows(state.table, keys, tx));
  await upsertRows(state.table, rows, tx);
  return steps;
};

const distinctKeys = <Row extends object>(state: RowState<Row>, events: readonly StoredEvent[]): RowKey[] => {
  const keys = new Map<string, RowKey>();
  for (const event of events) for (const key of state.keysOf(event)) keys.set(textOf(key), key);
  return [...keys.values()];
};

const keyOfRow = <Row extends object>(table: TableSpec<Row>, row: Row): RowKey =>
  table.key.map((name) => row[name] as string | number);
